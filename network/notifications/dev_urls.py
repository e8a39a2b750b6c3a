"""Mails of the embedded set-up; included only in the demonstration and while building."""

from django.urls import path

from .views import mailbox

urlpatterns = [
    path("", mailbox.mail_list, name="dev_mail"),
    path("<str:name>/", mailbox.mail_page, name="dev_mail_page"),
    path("<str:name>/html/", mailbox.mail_html, name="dev_mail_html"),
]
