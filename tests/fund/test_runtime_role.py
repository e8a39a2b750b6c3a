"""The role that serves the portal posts through the function and cannot touch what is posted."""

import os
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from fund.models import Entry
from network.config.embedded.places import Places
from network.config.embedded.postgres import Postgres
from tests.factories.fund import make_small_fund

ROLE = "portal_runtime"
FORBIDDEN = (
    "INSERT INTO fund_entry SELECT * FROM fund_entry",
    "UPDATE fund_entry SET description = 'x'",
    "DELETE FROM fund_leg",
    "TRUNCATE fund_leg",
    "UPDATE fund_accountbalance SET amount = 0",
    "UPDATE fund_ledgerhead SET number = 9",
    "UPDATE fund_account SET code = 'x'",
    "DELETE FROM fund_draftentry",
    "INSERT INTO fund_snapshot (period_id, account_id, amount) VALUES (1, 1, 1)",
    "ALTER TABLE fund_leg DISABLE TRIGGER USER",
    "DROP FUNCTION fund_post",
)


@pytest.mark.skipif(bool(os.environ.get("DATABASE_URL")), reason="making a role needs the embedded server")
@pytest.mark.django_db
def test_the_runtime_role_posts_and_can_change_nothing():
    server = Postgres(Places.of(Path(os.environ["TEST_VAR_DIR"])))
    with server.connect("postgres") as superuser:
        if not superuser.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE]).fetchone():
            superuser.execute(f"CREATE ROLE {ROLE}")
            superuser.execute(f"GRANT {ROLE} TO portal")
    small = make_small_fund()
    draft = small.draft(small.contribution(100))
    call_command("grant_runtime_rights", ROLE, verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {ROLE}")
        assert small.approve(draft).number == 1
        second = small.draft(small.contribution(200))
        assert small.approve(second).number == 2
        for statement in FORBIDDEN:
            with pytest.raises(DatabaseError, match=r"permission denied|must be owner"), transaction.atomic():
                cursor.execute(statement)
        cursor.execute("RESET ROLE")
    assert Entry.objects.count() == 2
