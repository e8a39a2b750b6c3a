"""How the number of unread threads is found in a database of many posts. Prints JSON."""

import json
import statistics
from typing import Any

import django


def main() -> None:
    """A reader who entered all spaces when nine tenths were written, and has read nearly all since."""
    django.setup()
    from django.db import connection

    from fora.querysets.unread import unread_keys
    from fora.services.making import BEGUN
    from network.models import User

    reader, _created = User.objects.get_or_create(
        email="unread@bench.example", defaults={"full_name": "Reader"}
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO fora_readspace (user_id, space_id, read_at) SELECT %s, id, (SELECT"
            " percentile_disc(0.9) WITHIN GROUP (ORDER BY last_visible_at) FROM fora_thread) FROM fora_space"
            " ON CONFLICT (user_id, space_id) DO UPDATE SET read_at = excluded.read_at",
            [reader.pk],
        )
        cursor.execute(
            "INSERT INTO fora_readthread (user_id, thread_id, last_read_seq, read_at)"
            " SELECT %s, id, last_visible_seq, now() FROM fora_thread WHERE id %% 100 > 0"
            " ON CONFLICT DO NOTHING",
            [reader.pk],
        )
        cursor.execute("ANALYZE fora_readspace, fora_readthread")
    plans: list[Any] = []

    def explained(execute: Any, sql: str, values: Any, *rest: Any) -> Any:
        if "fora_readspace" in sql:
            with connection.connection.cursor() as cursor:
                plans.append(cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", values).fetchone()[0][0])
        return execute(sql, values, *rest)

    with connection.execute_wrapper(explained):
        for _each in range(11):
            unread_keys(reader, BEGUN)
    tables: dict[str, str] = {}
    _walk(plans[0]["Plan"], tables)
    found = {
        "milliseconds": statistics.median(plan["Execution Time"] for plan in plans),
        "by": [f"{table} ({how})" for table, how in sorted(tables.items())],
    }
    print(json.dumps(found))


def _walk(node: dict[str, Any], tables: dict[str, str]) -> None:
    """Which index each table is read by; a small table may be read whole."""
    if "Relation Name" in node:
        tables[node["Relation Name"]] = node.get("Index Name", node["Node Type"].lower())
    if node["Node Type"] == "Bitmap Index Scan":
        tables[node["Index Name"]] = "bitmap"
    for part in node.get("Plans", []):
        _walk(part, tables)


if __name__ == "__main__":
    main()
