"""The people of the catalogue take part here, too."""

from tests.training.conftest import editor, outside_editor, university

__all__ = ["editor", "outside_editor", "university"]
