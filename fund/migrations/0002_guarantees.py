"""What the database guarantees about the ledger, and the function that posts."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).resolve().parents[1] / "sql"


def script(name: str) -> str:
    """A file of SQL, with the texts that hashes are made of put in their places."""
    script = (SQL / name).read_text(encoding="utf-8")
    for text in ("entry_text", "leg_text", "account_text", "draft_text"):
        script = script.replace(f"{{{text}}}", (SQL / f"{text}.sql").read_text(encoding="utf-8").strip())
    return script


class Migration(migrations.Migration):
    dependencies = [("fund", "0001_initial")]

    operations = [
        migrations.RunSQL(script("keys.sql"), script("keys_drop.sql")),
        migrations.RunSQL(script("ledger.sql"), script("ledger_drop.sql")),
        migrations.RunSQL(script("posting.sql"), script("posting_drop.sql")),
    ]
