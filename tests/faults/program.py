"""One program of the portal that is being broken: python -m tests.faults.program NAME PORT QUEUES."""

import sys

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - after the settings

from network.config.programs import serve, work  # noqa: E402
from network.models import User  # noqa: E402
from tests.faults import kinds  # noqa: E402


def prepare() -> None:
    """Tables, reference data, and people to write to."""
    call_command("migrate", verbosity=0)
    call_command("load_reference", verbosity=0)
    User.objects.bulk_create(
        User(email=f"reader{number}@example.org", language=language)
        for number, language in enumerate(["en", "es", "fr", "pt", "es"] * 10)
    )


PROGRAMS = {
    "prepare": prepare,
    "web": lambda: serve(f"127.0.0.1:{sys.argv[2]}"),
    "worker": lambda: work("faults", sys.argv[3].split(","), children=2),
    "sweeper": lambda: call_command("sweep"),
    "scheduler": lambda: call_command("schedule"),
}

if __name__ == "__main__":
    assert kinds
    PROGRAMS[sys.argv[1]]()
