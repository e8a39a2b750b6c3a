"""What people at the Fund's desk fill in."""

from .bank import AsideForm, BankFileForm
from .decisions import ApprovalForm, ReturnForm
from .documents import DOCUMENTS, ProjectForm
from .entry import EntryForm
from .files import FileForm
from .periods import CertificationForm, PeriodForm
from .shapes import SHAPES, Shape

__all__ = [
    "DOCUMENTS",
    "SHAPES",
    "ApprovalForm",
    "AsideForm",
    "BankFileForm",
    "CertificationForm",
    "EntryForm",
    "FileForm",
    "PeriodForm",
    "ProjectForm",
    "ReturnForm",
    "Shape",
]
