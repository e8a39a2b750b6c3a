"""The mark that keeps a demonstration's database out of production.

Invented examples cannot be taken out of an append-only ledger, so a database that held them once
stays a demonstration: a comment on the database says so, and no table can lose it.
"""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection

MARK = "demonstration"


def is_marked() -> bool:
    """Whether the connected database carries the mark. Raises DatabaseError when it is out of reach."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()"
        )
        return cursor.fetchone()[0] == MARK


def mark_demonstration() -> None:
    """Mark the connected database as one that holds invented content.

    Raises ImproperlyConfigured for a database without the mark in which people already work.
    """
    if is_marked():
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('network_user')")
        if cursor.fetchone()[0]:
            cursor.execute("SELECT EXISTS (SELECT FROM network_user)")
            if cursor.fetchone()[0]:
                raise ImproperlyConfigured("This database is in use. A demonstration needs one of its own.")
        name = connection.ops.quote_name(connection.settings_dict["NAME"])
        cursor.execute(f"COMMENT ON DATABASE {name} IS '{MARK}'")


def refuse_demonstration() -> None:
    """Raise ImproperlyConfigured when a database with invented content is about to be served as real.

    A database that cannot be reached yet is no reason to refuse: the next start asks again.
    """
    if settings.DEMO or settings.DEBUG:
        return
    try:
        marked = is_marked()
    except DatabaseError:
        return
    finally:
        connection.close()
    if marked:
        raise ImproperlyConfigured(
            "This database holds a demonstration. Set DEMO=1, or DATABASE_URL to a database of its own."
        )


@register(Tags.database, deploy=True)
def database_is_no_demonstration(
    app_configs: Any, databases: Any = None, **kwargs: Any
) -> list[CheckMessage]:
    """The same question for `manage.py check --deploy --database default`."""
    try:
        refuse_demonstration()
    except ImproperlyConfigured as problem:
        return [Error(str(problem), id="portal.E001")]
    return []
