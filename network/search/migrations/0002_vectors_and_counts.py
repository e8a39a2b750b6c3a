"""How words are read in four languages, and the counts that follow the rows."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).resolve().parents[1] / "sql"


def _script(name: str) -> str:
    return (SQL / name).read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [
        migrations.RunSQL(_script("vectors.sql"), _script("vectors_drop.sql")),
        migrations.RunSQL(_script("counts.sql"), _script("counts_drop.sql")),
        migrations.RunSQL(_script("narrow_rows.sql"), migrations.RunSQL.noop),
        migrations.RunSQL(_script("hits.sql"), _script("hits_drop.sql")),
    ]
