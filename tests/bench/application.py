"""What gunicorn loads for a measurement: the application, counting queries when it is asked to."""

import os
from collections.abc import Callable, Iterable
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.db import connection

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "network.config.settings")
_django = get_wsgi_application()


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer; with the header X-Count-Queries, say in a header of the answer how many queries it took."""
    if "HTTP_X_COUNT_QUERIES" not in environ:
        return _django(environ, start_response)
    asked: list[str] = []

    def noting(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    def answering(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
        return start_response(status, [*headers, ("X-Queries", str(len(asked)))], *rest)

    with connection.execute_wrapper(noting):
        return _django(environ, answering)
