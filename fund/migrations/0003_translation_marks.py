"""A project says how each of its translations came about."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("fund", "0002_ledger"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="project",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="project",
            name="update_update",
        ),
        migrations.AddField(
            model_name="project",
            name="translation_marks",
            field=models.JSONField(default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="projectevent",
            name="translation_marks",
            field=models.JSONField(default=dict, editable=False),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="project",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "fund_projectevent" ("ends_on", "fund_id", "id", "identifier", "implementer", "is_demonstration", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practices", "source_language", "starts_on", "state", "summary", "title", "translation_marks") VALUES (NEW."ends_on", NEW."fund_id", NEW."id", NEW."identifier", NEW."implementer", NEW."is_demonstration", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."practices", NEW."source_language", NEW."starts_on", NEW."state", NEW."summary", NEW."title", NEW."translation_marks"); RETURN NULL;',
                    hash="879b4381d279e0379945bdcd05948efa6a322dce",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_68f8e",
                    table="fund_project",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="project",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."fund_id" IS DISTINCT FROM (NEW."fund_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."identifier" IS DISTINCT FROM (NEW."identifier") OR OLD."implementer" IS DISTINCT FROM (NEW."implementer") OR OLD."is_demonstration" IS DISTINCT FROM (NEW."is_demonstration") OR OLD."practices" IS DISTINCT FROM (NEW."practices") OR OLD."source_language" IS DISTINCT FROM (NEW."source_language") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."translation_marks" IS DISTINCT FROM (NEW."translation_marks"))',
                    func='INSERT INTO "fund_projectevent" ("ends_on", "fund_id", "id", "identifier", "implementer", "is_demonstration", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practices", "source_language", "starts_on", "state", "summary", "title", "translation_marks") VALUES (NEW."ends_on", NEW."fund_id", NEW."id", NEW."identifier", NEW."implementer", NEW."is_demonstration", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."practices", NEW."source_language", NEW."starts_on", NEW."state", NEW."summary", NEW."title", NEW."translation_marks"); RETURN NULL;',
                    hash="303b0dd861ec959423e1bc4cc7005102732bce59",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1ea07",
                    table="fund_project",
                    when="AFTER",
                ),
            ),
        ),
    ]
