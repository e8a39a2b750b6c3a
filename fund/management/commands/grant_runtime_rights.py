"""`manage.py grant_runtime_rights ROLE`: what the role that serves the portal may do; run as the owner."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection, transaction
from psycopg import sql

SCRIPT = Path(__file__).resolve().parents[2] / "sql" / "runtime_rights.sql"


class Command(BaseCommand):
    """After every migration: new tables need rights too."""

    help = "Give ROLE the rights of the running portal: it can post to the ledger and change nothing in it."

    def add_arguments(self, parser: CommandParser) -> None:
        """The role exists already."""
        parser.add_argument("role")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Grant and revoke in one transaction."""
        script = SCRIPT.read_text(encoding="utf-8")
        with connection.cursor() as cursor:
            cursor.execute(sql.SQL(script).format(role=sql.Identifier(options["role"])))
        self.stdout.write(f"{options['role']} may run the portal.")
