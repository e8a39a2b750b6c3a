"""The interface's texts are compiled before the first test reads a page in another language."""

import pytest

from network.l10n.library_catalogues import compile_catalogues


@pytest.fixture(scope="session", autouse=True)
def _compiled_catalogues() -> None:
    """Each worker looks; only the first finds work, and none ever sees half a file."""
    compile_catalogues()
