"""Django's backend of PostgreSQL: kept connections are checked without a question, statements prepared."""

import select
from datetime import UTC, datetime
from typing import Any

from django.db.backends.postgresql import base
from django.db.backends.postgresql.operations import DatabaseOperations as DjangosOperations
from django.db.backends.postgresql.psycopg_any import BaseTzLoader, get_adapters_template
from psycopg.adapt import AdaptersMap

TIMES = "timestamptz"


class DatabaseOperations(DjangosOperations):
    """Of a prepared statement the driver keeps no text: logs show it as it was written."""

    compiler_module = "network.config.postgresql.compiler"

    def last_executed_query(self, cursor: Any, sql: Any, params: Any) -> str:
        """What was asked, for logs and for tests that count."""
        return super().last_executed_query(cursor, sql, params) or str(sql)


class MomentLoader(BaseTzLoader):
    """Reads a moment by Python's own parser, in a sixth of the driver's time: lists have hundreds of them."""

    def load(self, data: Any) -> Any:
        """As Django's, which also knows the infinite and years beyond Python's."""
        try:
            moment = datetime.fromisoformat(bytes(data).decode())
        except ValueError:
            return super().load(data)
        return moment if self.timezone is UTC else moment.replace(tzinfo=self.timezone)


class DatabaseWrapper(base.DatabaseWrapper):
    """A server that went away has closed the connection: that is seen at the socket."""

    ops_class = DatabaseOperations

    def is_usable(self) -> bool:
        """Whether the connection may be used; the server is asked only when there is a reason to doubt it."""
        connection = self.connection
        if connection is not None and not self.errors_occurred and not connection.closed:
            socket = select.poll()
            socket.register(connection.fileno(), select.POLLIN)
            if not socket.poll(0):
                return True
        return bool(super().is_usable())

    def get_connection_params(self) -> dict[str, Any]:
        """As Django's; cursors that may prepare statements do it at the first use. Django's own never do."""
        adapters = AdaptersMap(get_adapters_template(True, self.timezone))
        loader = type("LoaderOfThisZone", (MomentLoader,), {"timezone": self.timezone})
        adapters.register_loader(TIMES, loader)
        return super().get_connection_params() | {"prepare_threshold": 0, "context": adapters}

    def prepared_cursor(self) -> Any:
        """A cursor for statements that stay the same but for values: each is planned once per connection.

        Values go beside the statement, so that the server must know their types from it. Columns are to be
        named: a prepared `*` would fail once a migration adds one.
        """
        self.ensure_connection()
        usual = self.connection.cursor_factory
        self.connection.cursor_factory = base.ServerBindingCursor
        try:
            return self.cursor()
        finally:
            self.connection.cursor_factory = usual
