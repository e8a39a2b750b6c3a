"""Rounds of review, what two people score, and the rating that the public reads."""

import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import network.models.text


class Migration(migrations.Migration):
    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        ("practices", "0006_harvested_in_order"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="outcome",
            name="direction",
            field=models.CharField(
                blank=True,
                choices=[
                    ("positive", "Positive"),
                    ("mixed", "Mixed"),
                    ("none", "No effect"),
                    ("negative", "Negative"),
                ],
                db_default="",
                default="",
                editable=False,
                max_length=8,
                verbose_name="direction",
            ),
        ),
        migrations.AddField(
            model_name="outcome",
            name="strength",
            field=models.CharField(
                blank=True,
                choices=[
                    ("insufficient", "Insufficient"),
                    ("limited", "Limited"),
                    ("moderate", "Moderate"),
                    ("strong", "Strong"),
                    ("very_strong", "Very strong"),
                ],
                db_default="",
                default="",
                editable=False,
                max_length=12,
                verbose_name="strength",
            ),
        ),
        migrations.AddField(
            model_name="outcome",
            name="studies",
            field=models.CharField(
                blank=True,
                choices=[("one", "One study"), ("several", "Several studies")],
                db_default="",
                default="",
                editable=False,
                max_length=7,
                verbose_name="studies",
            ),
        ),
        migrations.AddField(
            model_name="practice",
            name="rated_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="rated"),
        ),
        migrations.AddField(
            model_name="practice",
            name="rated_direction",
            field=models.CharField(
                blank=True,
                choices=[
                    ("positive", "Positive"),
                    ("mixed", "Mixed"),
                    ("none", "No effect"),
                    ("negative", "Negative"),
                ],
                db_default="",
                default="",
                editable=False,
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="practice",
            name="rated_strength",
            field=models.CharField(
                blank=True,
                choices=[
                    ("insufficient", "Insufficient"),
                    ("limited", "Limited"),
                    ("moderate", "Moderate"),
                    ("strong", "Strong"),
                    ("very_strong", "Very strong"),
                ],
                db_default="",
                default="",
                editable=False,
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="transitionevent",
            name="by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("named_at", models.DateTimeField(auto_now_add=True)),
                ("due_on", models.DateField(verbose_name="due")),
                (
                    "accepted_at",
                    models.DateTimeField(null=True, verbose_name="declared to have no conflict of interest"),
                ),
                ("draft", models.JSONField(default=dict, editable=False)),
                ("saved_at", models.DateTimeField(editable=False, null=True)),
                ("scores", models.JSONField(editable=False, null=True)),
                ("submitted_at", models.DateTimeField(editable=False, null=True)),
                (
                    "agreed_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="agreed to the common scores"
                    ),
                ),
                ("ended_at", models.DateTimeField(editable=False, null=True)),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("refused", "Declined by the reviewer"),
                            ("state", "Conflict: of the state reviewed"),
                            ("organization", "Conflict: of the organization reviewed"),
                            ("author", "Conflict: wrote in the record"),
                            ("screener", "Conflict: decided on the record"),
                            ("judged", "Conflict: judged what is appealed against"),
                            ("no_reviewer", "Is not a reviewer any more"),
                            ("replaced", "Replaced by the Secretariat"),
                        ],
                        editable=False,
                        max_length=12,
                    ),
                ),
                ("end_note", models.TextField(blank=True, editable=False, max_length=1000)),
                (
                    "named_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="practice_reviews",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "review",
                "verbose_name_plural": "reviews",
                "ordering": ("named_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="ReviewRound",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject", models.CharField(max_length=200, verbose_name="practice")),
                ("number", models.PositiveSmallIntegerField(verbose_name="round")),
                (
                    "instrument",
                    models.CharField(default="1.0", max_length=10, verbose_name="version of the instrument"),
                ),
                ("version", models.PositiveSmallIntegerField(verbose_name="version of the practice")),
                ("due_on", models.DateField(verbose_name="due")),
                ("opened_at", models.DateTimeField(auto_now_add=True)),
                ("common", models.JSONField(editable=False, null=True)),
                ("result", models.JSONField(editable=False, null=True)),
                ("settled_at", models.DateTimeField(editable=False, null=True)),
                ("closed_at", models.DateTimeField(editable=False, null=True)),
                (
                    "closed_with",
                    models.CharField(blank=True, editable=False, max_length=20, verbose_name="decision"),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "practice",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="review_rounds",
                        to="practices.practice",
                    ),
                ),
            ],
            options={
                "verbose_name": "round of review",
                "verbose_name_plural": "rounds of review",
                "ordering": ("practice", "number"),
            },
        ),
        migrations.CreateModel(
            name="ReviewEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("named_at", models.DateTimeField(auto_now_add=True)),
                ("due_on", models.DateField(verbose_name="due")),
                (
                    "accepted_at",
                    models.DateTimeField(null=True, verbose_name="declared to have no conflict of interest"),
                ),
                ("saved_at", models.DateTimeField(editable=False, null=True)),
                ("scores", models.JSONField(editable=False, null=True)),
                ("submitted_at", models.DateTimeField(editable=False, null=True)),
                (
                    "agreed_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="agreed to the common scores"
                    ),
                ),
                ("ended_at", models.DateTimeField(editable=False, null=True)),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("refused", "Declined by the reviewer"),
                            ("state", "Conflict: of the state reviewed"),
                            ("organization", "Conflict: of the organization reviewed"),
                            ("author", "Conflict: wrote in the record"),
                            ("screener", "Conflict: decided on the record"),
                            ("judged", "Conflict: judged what is appealed against"),
                            ("no_reviewer", "Is not a reviewer any more"),
                            ("replaced", "Replaced by the Secretariat"),
                        ],
                        editable=False,
                        max_length=12,
                    ),
                ),
                ("end_note", models.TextField(blank=True, editable=False, max_length=1000)),
                (
                    "named_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="practices.review",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="practices.reviewround",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="review",
            name="round",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="reviews",
                to="practices.reviewround",
            ),
        ),
        migrations.CreateModel(
            name="Rating",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "source_language",
                    models.CharField(
                        choices=[
                            ("en", "English"),
                            ("es", "Español"),
                            ("fr", "Français"),
                            ("pt", "Português"),
                        ],
                        max_length=2,
                        verbose_name="language of the text",
                    ),
                ),
                ("translation_marks", models.JSONField(default=dict, editable=False)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("instrument", models.CharField(max_length=10, verbose_name="version of the instrument")),
                ("version", models.PositiveSmallIntegerField(verbose_name="version of the practice")),
                ("rated_at", models.DateTimeField(verbose_name="rated")),
                (
                    "relevance",
                    models.CharField(
                        choices=[("low", "Low"), ("fair", "Fair"), ("good", "Good"), ("high", "High")],
                        max_length=10,
                        verbose_name="relevance",
                    ),
                ),
                (
                    "replicability",
                    models.CharField(
                        choices=[("low", "Low"), ("fair", "Fair"), ("good", "Good"), ("high", "High")],
                        max_length=10,
                        verbose_name="replicability",
                    ),
                ),
                ("effect", models.TextField(blank=True, max_length=3000, verbose_name="effect")),
                (
                    "effect_en",
                    models.TextField(blank=True, max_length=3000, null=True, verbose_name="effect"),
                ),
                (
                    "effect_es",
                    models.TextField(blank=True, max_length=3000, null=True, verbose_name="effect"),
                ),
                (
                    "effect_fr",
                    models.TextField(blank=True, max_length=3000, null=True, verbose_name="effect"),
                ),
                (
                    "effect_pt",
                    models.TextField(blank=True, max_length=3000, null=True, verbose_name="effect"),
                ),
                ("mechanism", models.TextField(blank=True, max_length=3000, verbose_name="mechanism")),
                (
                    "mechanism_en",
                    models.TextField(blank=True, max_length=3000, null=True, verbose_name="mechanism"),
                ),
                (
                    "mechanism_es",
                    models.TextField(blank=True, max_length=3000, null=True, verbose_name="mechanism"),
                ),
                (
                    "mechanism_fr",
                    models.TextField(blank=True, max_length=3000, null=True, verbose_name="mechanism"),
                ),
                (
                    "mechanism_pt",
                    models.TextField(blank=True, max_length=3000, null=True, verbose_name="mechanism"),
                ),
                ("moderators", models.TextField(blank=True, max_length=3000, verbose_name="moderators")),
                (
                    "moderators_en",
                    models.TextField(blank=True, max_length=3000, null=True, verbose_name="moderators"),
                ),
                (
                    "moderators_es",
                    models.TextField(blank=True, max_length=3000, null=True, verbose_name="moderators"),
                ),
                (
                    "moderators_fr",
                    models.TextField(blank=True, max_length=3000, null=True, verbose_name="moderators"),
                ),
                (
                    "moderators_pt",
                    models.TextField(blank=True, max_length=3000, null=True, verbose_name="moderators"),
                ),
                (
                    "implementation",
                    models.TextField(blank=True, max_length=3000, verbose_name="implementation"),
                ),
                (
                    "implementation_en",
                    models.TextField(blank=True, max_length=3000, null=True, verbose_name="implementation"),
                ),
                (
                    "implementation_es",
                    models.TextField(blank=True, max_length=3000, null=True, verbose_name="implementation"),
                ),
                (
                    "implementation_fr",
                    models.TextField(blank=True, max_length=3000, null=True, verbose_name="implementation"),
                ),
                (
                    "implementation_pt",
                    models.TextField(blank=True, max_length=3000, null=True, verbose_name="implementation"),
                ),
                ("economics", models.TextField(blank=True, max_length=3000, verbose_name="economics")),
                (
                    "economics_en",
                    models.TextField(blank=True, max_length=3000, null=True, verbose_name="economics"),
                ),
                (
                    "economics_es",
                    models.TextField(blank=True, max_length=3000, null=True, verbose_name="economics"),
                ),
                (
                    "economics_fr",
                    models.TextField(blank=True, max_length=3000, null=True, verbose_name="economics"),
                ),
                (
                    "economics_pt",
                    models.TextField(blank=True, max_length=3000, null=True, verbose_name="economics"),
                ),
                (
                    "practice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ratings",
                        to="practices.practice",
                    ),
                ),
                (
                    "revises",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="practices.rating",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="practices.reviewround",
                    ),
                ),
            ],
            options={
                "verbose_name": "rating",
                "verbose_name_plural": "ratings",
                "ordering": ("position", "id"),
                "abstract": False,
            },
            bases=(network.models.text.SourceText, models.Model),
        ),
        migrations.CreateModel(
            name="ReviewRoundEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("subject", models.CharField(max_length=200, verbose_name="practice")),
                ("number", models.PositiveSmallIntegerField(verbose_name="round")),
                (
                    "instrument",
                    models.CharField(default="1.0", max_length=10, verbose_name="version of the instrument"),
                ),
                ("version", models.PositiveSmallIntegerField(verbose_name="version of the practice")),
                ("due_on", models.DateField(verbose_name="due")),
                ("opened_at", models.DateTimeField(auto_now_add=True)),
                ("common", models.JSONField(editable=False, null=True)),
                ("result", models.JSONField(editable=False, null=True)),
                ("settled_at", models.DateTimeField(editable=False, null=True)),
                ("closed_at", models.DateTimeField(editable=False, null=True)),
                (
                    "closed_with",
                    models.CharField(blank=True, editable=False, max_length=20, verbose_name="decision"),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="practices.reviewround",
                    ),
                ),
                (
                    "practice",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="practices.practice",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="reviewround",
            constraint=models.UniqueConstraint(fields=("practice", "number"), name="practice_round_number"),
        ),
        migrations.AddConstraint(
            model_name="reviewround",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at__isnull", True)),
                fields=("practice",),
                name="practice_one_open_round",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewround",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "practices_reviewroundevent" ("closed_at", "closed_with", "common", "due_on", "id", "instrument", "number", "opened_at", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "result", "settled_at", "subject", "version") VALUES (NEW."closed_at", NEW."closed_with", NEW."common", NEW."due_on", NEW."id", NEW."instrument", NEW."number", NEW."opened_at", NEW."opened_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."practice_id", NEW."result", NEW."settled_at", NEW."subject", NEW."version"); RETURN NULL;',
                    hash="684a9fd9bf777bc42f4dccefac2dea9c649730ff",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6537d",
                    table="practices_reviewround",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewround",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "practices_reviewroundevent" ("closed_at", "closed_with", "common", "due_on", "id", "instrument", "number", "opened_at", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "result", "settled_at", "subject", "version") VALUES (NEW."closed_at", NEW."closed_with", NEW."common", NEW."due_on", NEW."id", NEW."instrument", NEW."number", NEW."opened_at", NEW."opened_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."practice_id", NEW."result", NEW."settled_at", NEW."subject", NEW."version"); RETURN NULL;',
                    hash="846210ebcaebf16072cb680ce08e4fed2b312f02",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9e24e",
                    table="practices_reviewround",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="81de294f8f0412d2966c40b5e924faab126f6d8f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ac937",
                    table="practices_reviewevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="review",
            index=models.Index(
                condition=models.Q(("ended_at__isnull", True)),
                fields=["reviewer"],
                name="practice_review_live",
            ),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)),
                fields=("round", "reviewer"),
                name="practice_reviewer_once",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="review",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "practices_reviewevent" ("accepted_at", "agreed_at", "due_on", "end_note", "end_reason", "ended_at", "id", "named_at", "named_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewer_id", "round_id", "saved_at", "scores", "submitted_at", "uuid") VALUES (NEW."accepted_at", NEW."agreed_at", NEW."due_on", NEW."end_note", NEW."end_reason", NEW."ended_at", NEW."id", NEW."named_at", NEW."named_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reviewer_id", NEW."round_id", NEW."saved_at", NEW."scores", NEW."submitted_at", NEW."uuid"); RETURN NULL;',
                    hash="2fce9c657b7f98ad5760f69b33273f82b32a6f8e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_67385",
                    table="practices_review",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="review",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."accepted_at" IS DISTINCT FROM (NEW."accepted_at") OR OLD."agreed_at" IS DISTINCT FROM (NEW."agreed_at") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."end_note" IS DISTINCT FROM (NEW."end_note") OR OLD."end_reason" IS DISTINCT FROM (NEW."end_reason") OR OLD."ended_at" IS DISTINCT FROM (NEW."ended_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."named_at" IS DISTINCT FROM (NEW."named_at") OR OLD."named_by_id" IS DISTINCT FROM (NEW."named_by_id") OR OLD."reviewer_id" IS DISTINCT FROM (NEW."reviewer_id") OR OLD."round_id" IS DISTINCT FROM (NEW."round_id") OR OLD."saved_at" IS DISTINCT FROM (NEW."saved_at") OR OLD."scores" IS DISTINCT FROM (NEW."scores") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at") OR OLD."uuid" IS DISTINCT FROM (NEW."uuid"))',
                    func='INSERT INTO "practices_reviewevent" ("accepted_at", "agreed_at", "due_on", "end_note", "end_reason", "ended_at", "id", "named_at", "named_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewer_id", "round_id", "saved_at", "scores", "submitted_at", "uuid") VALUES (NEW."accepted_at", NEW."agreed_at", NEW."due_on", NEW."end_note", NEW."end_reason", NEW."ended_at", NEW."id", NEW."named_at", NEW."named_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reviewer_id", NEW."round_id", NEW."saved_at", NEW."scores", NEW."submitted_at", NEW."uuid"); RETURN NULL;',
                    hash="f10b4681b519d174268459be28ec08695bc46703",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f5bab",
                    table="practices_review",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="rating",
            constraint=models.UniqueConstraint(fields=("practice",), name="practice_rated_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewroundevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7c66664ef7ee1f651aa6c3df931a753a2e1dc8fe",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b884a",
                    table="practices_reviewroundevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
