"""The forms of the wizard, one module per section: what is valid is saved, the rest is kept as typed."""

from .materials import LinkForm, UploadForm
from .sections import SectionInput, control_id, field_label, forms_of
from .start import AnswerForm, CommentForm, DepthForm, StartForm

__all__ = [
    "AnswerForm",
    "CommentForm",
    "DepthForm",
    "LinkForm",
    "SectionInput",
    "StartForm",
    "UploadForm",
    "control_id",
    "field_label",
    "forms_of",
]
