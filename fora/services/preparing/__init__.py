"""Preparing a forum: the space with its hours, agenda, background papers and people."""

from .agenda import ItemWords, add_item, change_item, move_item, remove_item
from .papers import PaperWords, add_file, add_link, add_paper, change_paper, remove_paper, remove_version
from .people import give_place
from .spaces import begin_space, free_slug, open_prepared, prepare_space

__all__ = [
    "ItemWords",
    "PaperWords",
    "add_file",
    "add_item",
    "add_link",
    "add_paper",
    "begin_space",
    "change_item",
    "change_paper",
    "free_slug",
    "give_place",
    "move_item",
    "open_prepared",
    "prepare_space",
    "remove_item",
    "remove_paper",
    "remove_version",
]
