"""Django's backend of PostgreSQL with a check of kept connections that costs no question to the server."""

import select

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """A server that went away has closed the connection: that is seen at the socket."""

    def is_usable(self) -> bool:
        """Whether the connection may be used; the server is asked only when there is a reason to doubt it."""
        connection = self.connection
        if connection is not None and not self.errors_occurred and not connection.closed:
            socket = select.poll()
            socket.register(connection.fileno(), select.POLLIN)
            if not socket.poll(0):
                return True
        return bool(super().is_usable())
