"""Health: is the process there, can pages be served, is work being done."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from network.notifications.services import look_at_work

RETRY_AFTER = "5"  # seconds

_migrated = False


@require_safe
@never_cache
def live(request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def ready(request: HttpRequest) -> JsonResponse:
    """Pages can be served: the database answers and has every migration."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        waiting = not _has_every_migration()
    except DatabaseError:
        return _answer(False, {"database": "does not answer"})
    return _answer(not waiting, {"database": "ok", "migrations": "waiting" if waiting else "ok"})


@require_safe
@never_cache
def work(request: HttpRequest) -> JsonResponse:
    """Work is being done: broker, disk, oldest waiting work, one canary per queue."""
    try:
        findings = look_at_work()
    except DatabaseError:
        return _answer(False, {"database": "does not answer"})
    details = {each.name: {"well": each.well, "detail": each.detail} for each in findings}
    return _answer(all(each.well for each in findings), details)


def _answer(well: bool, details: dict[str, object]) -> JsonResponse:
    response = JsonResponse({"status": "ok" if well else "failing", **details}, status=200 if well else 503)
    if not well:
        response["Retry-After"] = RETRY_AFTER
    return response


def _has_every_migration() -> bool:
    """Looked up until it is so, then remembered: a running process never loses a migration."""
    global _migrated  # noqa: PLW0603 - one answer per process
    if not _migrated:
        executor = MigrationExecutor(connection)
        _migrated = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    return _migrated
