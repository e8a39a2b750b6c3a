"""What people at the Fund's desk fill in."""

from .decisions import ApprovalForm, ReturnForm
from .entry import EntryForm
from .files import FileForm
from .shapes import SHAPES, Shape

__all__ = ["SHAPES", "ApprovalForm", "EntryForm", "FileForm", "ReturnForm", "Shape"]
