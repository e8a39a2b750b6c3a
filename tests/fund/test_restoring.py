"""Dump, restore, verify: the same ledger, with its guards."""

import os
import subprocess
from pathlib import Path

import pytest
from django.db import connection, connections

from fund.models import Entry, LedgerHead
from fund.services.errors import KeptError, refusals
from fund.services.verifying import verify_ledger
from network.config.embedded.binaries import postgres_programs
from network.config.embedded.places import Places
from tests.factories.fund import make_small_fund, make_varied

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.skipif(bool(os.environ.get("DATABASE_URL")), reason="the programs of the server are needed")
def test_a_restored_ledger_verifies_and_is_guarded(tmp_path):
    make_varied(make_small_fund())
    before = verify_ledger()
    name, host = connection.settings_dict["NAME"], connection.settings_dict["HOST"]
    programs = postgres_programs(Places.of(Path(os.environ["TEST_VAR_DIR"])))
    copy, dump = f"{name}_restored", tmp_path / "ledger.dump"
    reach = ["--host", host, "--username", connection.settings_dict["USER"]]

    def run(program, *arguments):
        subprocess.run([str(programs / program), *reach, *arguments], check=True, capture_output=True)

    run("pg_dump", "--format=custom", f"--file={dump}", name)
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{copy}"')
    run("pg_restore", "--no-owner", "--exit-on-error", f"--dbname={copy}", str(dump))
    connections.close_all()
    connection.settings_dict["NAME"] = copy
    try:
        after = verify_ledger()
        assert (after.entries, after.head, after.reasons) == (before.entries, before.head, [])
        assert LedgerHead.objects.get().fingerprint == before.head.hex()
        with pytest.raises(KeptError), refusals():
            Entry.objects.update(description="Other")
    finally:
        connections.close_all()
        connection.settings_dict["NAME"] = name
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{copy}" WITH (FORCE)')
