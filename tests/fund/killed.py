"""A process that approves one draft and is killed by the test: before the commit, or right after it.

Usage: python -m tests.fund.killed DATABASE DRAFT APPROVER KEY before|after
It says "ready" when the entry is posted and not committed, or committed and not answered, then waits.
"""

import sys
import time


def main() -> None:
    """Post, say so, and wait to be killed."""
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection, transaction

    database, draft_id, approver_id, key, when = sys.argv[1:]
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = database
    from fund.models import DraftEntry
    from fund.services.deciding import approve_draft
    from network.models import User

    draft = DraftEntry.objects.get(pk=draft_id)
    said = {"by": User.objects.get(pk=approver_id), "key": key, "content_hash": bytes(draft.content_hash)}
    if when == "before":
        with transaction.atomic():
            approve_draft(draft=draft, **said)
            _wait()
    approve_draft(draft=draft, **said)
    _wait()


def _wait() -> None:
    print("ready", flush=True)
    time.sleep(60)


if __name__ == "__main__":
    main()
