"""Proceedings of a forum: concept note, agenda, papers, what was said, report; as one reader may read it.

On paper in the reader's language; as a ZIP of JSON with the author's words and the reader's language beside.
Posts carry no licence: their authors have not given one.
"""

from .as_files import proceedings_zip
from .on_paper import proceedings_pdf

__all__ = ["proceedings_pdf", "proceedings_zip"]
