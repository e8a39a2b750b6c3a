"""Guards and posting as they are now, where the ledger was made before approvals were posted together."""

from importlib import import_module

from django.db import migrations

script = import_module("fund.migrations.0002_guarantees").script


class Migration(migrations.Migration):
    dependencies = [("fund", "0003_files_and_steps")]

    operations = [
        migrations.RunSQL(script("ledger.sql"), migrations.RunSQL.noop),
        migrations.RunSQL(script("posting.sql"), migrations.RunSQL.noop),
    ]
