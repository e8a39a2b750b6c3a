"""A worker of its own that dies: python -m tests.l10n.jobs.program KIND KEY LANGUAGE LOG.

It writes a line to LOG when the engine has answered, and then hangs before it writes anything down.
"""

import sys
import time
from pathlib import Path
from typing import Any

import django

django.setup()

from network.l10n import providers  # noqa: E402 - after the settings
from network.l10n.services import asking, running  # noqa: E402
from tests.l10n.jobs.engines import FakeEngine, plainly  # noqa: E402


def hang(**details: Any) -> int:
    """The moment between the engine's answer and the write."""
    Path(sys.argv[4]).write_text("answered")
    time.sleep(120)
    return 0


if __name__ == "__main__":
    engine = FakeEngine()
    providers.order = lambda source, target: [engine]  # type: ignore[assignment]
    asking.translate = plainly  # type: ignore[assignment]
    running.write_answers = hang  # type: ignore[assignment]
    running.run_translations(kind=sys.argv[1], key=sys.argv[2], language=sys.argv[3])
