"""Write the prepared schema anew from the migrations; with --check, tell whether it is as it should be."""

import tempfile
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser, call_command
from django.core.management.commands import migrate
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from network.config import schema
from network.config.postgres_programs import run_program

DATABASE = "portal_schema"  # made, dumped and dropped
OPTIONS = (
    "--format=plain",
    "--no-owner",
    "--no-privileges",
    "--no-comments",
    "--inserts",
    "--rows-per-insert=1000",
    "--exclude-table=public.django_migrations*",
    "--exclude-table-data=public.django_content_type",
    "--exclude-table-data=public.auth_permission",
)


class Command(BaseCommand):
    """`manage.py dump_schema`, after every new migration."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Only look, or write."""
        parser.add_argument("--check", action="store_true", help="fail when the file is out of date")

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate a database of its own, without the prepared schema, and dump it."""
        text = self._made()
        if not options["check"]:
            schema.SCHEMA.write_text(text, encoding="utf-8")
        elif not schema.SCHEMA.exists() or schema.SCHEMA.read_text(encoding="utf-8") != text:
            raise CommandError("The prepared schema is out of date: run manage.py dump_schema.")

    def _made(self) -> str:
        name = connection.settings_dict["NAME"]
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{DATABASE}" WITH (FORCE)')
            cursor.execute(f"CREATE DATABASE \"{DATABASE}\" TEMPLATE template0 ENCODING 'UTF8'")
        connection.close()
        connection.settings_dict["NAME"] = DATABASE
        try:
            call_command(
                migrate.Command(), interactive=False, verbosity=0
            )  # Django's own: by migrations alone
            with tempfile.NamedTemporaryFile("r", suffix=".sql", encoding="utf-8") as file:
                run_program("pg_dump", *OPTIONS, f"--file={file.name}")
                dump = file.read()
            return schema.schema_text(dump, MigrationRecorder(connection).applied_migrations())
        finally:
            connection.close()
            connection.settings_dict["NAME"] = name
            with connection._nodb_cursor() as cursor:
                cursor.execute(f'DROP DATABASE IF EXISTS "{DATABASE}" WITH (FORCE)')
