"""Columns that exist once per language."""

from modeltranslation.translator import TranslationOptions, register

from .models import Announcement


@register(Announcement)
class AnnouncementTranslation(TranslationOptions):
    """Written in four languages by people before it goes out."""

    fields = ("title", "text")
