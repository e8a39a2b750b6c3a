"""Names of files as people gave them, made safe to show and to send back."""

import re
import unicodedata

LONGEST = 150
_SEPARATORS = re.compile(r"[/\\]")
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f\x7f]')


def safe_name(name: str, extension: str) -> str:
    """The last part of `name`, without control and direction signs, ending in the extension of its content.

    A right-to-left override would show "fdp.exe" as "exe.pdf"; a path or a line break would reach headers.
    """
    last = _SEPARATORS.split(unicodedata.normalize("NFC", name))[-1]
    visible = "".join(
        sign for sign in last if unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
    )
    plain = re.sub(r"\s+", " ", _FORBIDDEN.sub("_", visible)).strip(" .")
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", plain).strip(" .")
    return f"{stem[: LONGEST - len(extension)] or 'file'}{extension}"
