"""Why a file is not kept."""


class RefusedFileError(ValueError):
    """The file cannot be attached; `str()` is a sentence for the person, in the active language."""
