"""What an answer in a thread costs through the service, with all that follows in its transaction."""

import json
import os
import statistics
from typing import Any

import django

from tests.cost import processor_seconds

WRITERS, WARM, POSTS = 40, 40, 160


def main() -> None:
    """Answer in thread after thread, one writer after the other, each read anew as a request does."""
    django.setup()
    from django.conf import settings
    from django.db import connection

    settings.DATABASES["default"]["CONN_MAX_AGE"] = None
    settings.FORA_MOST_POSTS_SECONDS = 1  # asked each time, in nobody's way
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pids = (cursor.fetchone()[0], os.getpid())
    writers, threads = _writers(), _threads()
    asked: list[str] = []

    def noting(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(noting):
        _answer(writers[0], threads[0], 0)
    web, database = [], []
    for number in range(WARM + POSTS):
        before = [processor_seconds(pid) for pid in pids]
        _answer(writers[number % WRITERS], threads[number % len(threads)], number)
        after = [processor_seconds(pid) for pid in pids]
        if number >= WARM:
            database.append((after[0] - before[0]) * 1000)
            web.append((after[1] - before[1]) * 1000)
    whole = statistics.median(map(sum, zip(web, database, strict=True)))
    found = {
        "web": statistics.median(web),
        "database": statistics.median(database),
        "whole": whole,
        "statements": len(asked),
    }
    print(json.dumps(found))


def _writers() -> list[int]:
    from network.choices import Role
    from network.models import RoleGrant, User

    keys = []
    for number in range(WRITERS):
        user, is_new = User.objects.get_or_create(
            email=f"posting{number}@bench.example", defaults={"full_name": f"Writer {number}"}
        )
        if is_new:
            RoleGrant.objects.create(user=user, role=Role.MEMBER, reason="Measurement")
        keys.append(user.pk)
    return keys


def _threads() -> list[Any]:
    from fora.models import Thread

    return list(Thread.objects.listed().select_related("space").order_by("-last_visible_seq")[1 : POSTS + 1])


def _answer(writer: int, thread: Any, number: int) -> None:
    from fora.services.posting import reply
    from network.models import User

    text = (
        f"Las alianzas con los barrios dieron {number} resultados.\n\n"
        "- Menos lesiones entre jóvenes\n- Más confianza en las instituciones locales\n\n"
        "Queremos saber cómo lo miden otros países, y con qué costo."
    )
    reply(thread=thread, by=User.objects.get(pk=writer), text=text, language="es")


if __name__ == "__main__":
    main()
