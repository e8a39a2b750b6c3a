"""The log of moderation is never changed, removed or emptied."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).resolve().parents[1] / "sql"


class Migration(migrations.Migration):
    dependencies = [("moderation", "0001_initial")]

    operations = [
        migrations.RunSQL(
            (SQL / "append_only.sql").read_text(encoding="utf-8"),
            (SQL / "append_only_drop.sql").read_text(encoding="utf-8"),
        )
    ]
