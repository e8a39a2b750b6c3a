"""Translation jobs with their texts, what people did, glossary, memory, engines."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("network", "0003_topics_say_their_language"),
        ("search", "0001_initial"),  # makes the trigrams known
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ProviderCircuit",
            fields=[
                (
                    "provider",
                    models.CharField(max_length=30, primary_key=True, serialize=False, verbose_name="engine"),
                ),
                ("failures", models.PositiveIntegerField(default=0, verbose_name="failures in a row")),
                ("open_until", models.DateTimeField(null=True, verbose_name="not asked until")),
                ("reason", models.CharField(blank=True, max_length=20, verbose_name="reason")),
                ("error", models.CharField(blank=True, max_length=300, verbose_name="details")),
                ("changed_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "verbose_name": "state of an engine",
                "verbose_name_plural": "states of engines",
                "ordering": ("provider",),
            },
        ),
        migrations.CreateModel(
            name="GlossaryTerm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.SlugField(max_length=80, unique=True, verbose_name="key")),
                ("en", models.CharField(blank=True, max_length=250, verbose_name="English")),
                ("es", models.CharField(blank=True, max_length=250, verbose_name="Español")),
                ("fr", models.CharField(blank=True, max_length=250, verbose_name="Français")),
                ("pt", models.CharField(blank=True, max_length=250, verbose_name="Português")),
                (
                    "keep",
                    models.BooleanField(
                        default=False, verbose_name="use the form as it stands (acronyms, names)"
                    ),
                ),
                (
                    "attested",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("en", "English"),
                                ("es", "Español"),
                                ("fr", "Français"),
                                ("pt", "Português"),
                            ],
                            max_length=2,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="languages in which it was met in a public text",
                    ),
                ),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="note")),
                ("changed_at", models.DateTimeField(auto_now=True)),
                (
                    "changed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "glossary term",
                "verbose_name_plural": "glossary",
                "ordering": ("key",),
            },
        ),
        migrations.CreateModel(
            name="ProviderMonth",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("provider", models.CharField(max_length=30, verbose_name="engine")),
                ("month", models.DateField(verbose_name="month")),
                ("characters", models.BigIntegerField(default=0, verbose_name="characters")),
            ],
            options={
                "verbose_name": "month of an engine",
                "verbose_name_plural": "months of engines",
                "ordering": ("-month", "provider"),
                "constraints": [
                    models.UniqueConstraint(fields=("provider", "month"), name="provider_month_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Translation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=40, verbose_name="kind")),
                ("object_key", models.CharField(max_length=50)),
                ("field", models.CharField(max_length=40, verbose_name="field")),
                ("root", models.CharField(max_length=91)),
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
                        verbose_name="from",
                    ),
                ),
                (
                    "target_language",
                    models.CharField(
                        choices=[
                            ("en", "English"),
                            ("es", "Español"),
                            ("fr", "Français"),
                            ("pt", "Português"),
                        ],
                        max_length=2,
                        verbose_name="into",
                    ),
                ),
                ("is_readable", models.BooleanField(default=True)),
                ("is_public", models.BooleanField(default=True)),
                ("source_hash", models.CharField(max_length=64)),
                ("source_text", models.TextField(verbose_name="original")),
                ("newer_hash", models.CharField(blank=True, max_length=64)),
                ("newer_text", models.TextField(blank=True, verbose_name="original as it stands")),
                ("text", models.TextField(blank=True, verbose_name="translation")),
                ("draft", models.TextField(blank=True, verbose_name="draft")),
                ("draft_hash", models.CharField(blank=True, max_length=64)),
                (
                    "origin",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("machine", "Machine"),
                            ("human", "Person"),
                            ("memory", "Translation memory"),
                        ],
                        max_length=10,
                        verbose_name="origin",
                    ),
                ),
                ("engine", models.CharField(blank=True, max_length=30, verbose_name="engine")),
                (
                    "version",
                    models.CharField(blank=True, max_length=120, verbose_name="version of the engine"),
                ),
                ("glossary_hash", models.CharField(blank=True, max_length=64)),
                ("confidence", models.FloatField(null=True, verbose_name="confidence")),
                (
                    "flags",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), default=list, size=None
                    ),
                ),
                ("characters", models.PositiveIntegerField(default=0, verbose_name="characters sent")),
                ("charged", models.JSONField(default=dict)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("pending", "Waiting for its turn"),
                            ("running", "Being translated"),
                            ("machine_draft", "Machine translation"),
                            ("needs_review", "Needs a person"),
                            ("failed_retryable", "Failed, will be tried again"),
                            ("failed_final", "Failed"),
                            ("skipped", "Not translated"),
                            ("budget_held", "Held until the budget allows"),
                            ("approved", "Approved"),
                            ("stale", "Approved, the original has changed"),
                        ],
                        default="pending",
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=20, verbose_name="reason")),
                ("error", models.CharField(blank=True, max_length=300, verbose_name="details")),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="attempts")),
                ("due_at", models.DateTimeField(null=True)),
                ("taken_until", models.DateTimeField(null=True)),
                ("token", models.UUIDField(null=True)),
                (
                    "waiting_since",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="waiting since"),
                ),
                ("claimed_until", models.DateTimeField(null=True)),
                ("approved_at", models.DateTimeField(null=True, verbose_name="approved")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("changed_at", models.DateTimeField(auto_now=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "claimed_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "country",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="network.memberstate",
                    ),
                ),
                (
                    "draft_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "translation",
                "verbose_name_plural": "translations",
            },
        ),
        migrations.CreateModel(
            name="Suggestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(verbose_name="suggested text")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("source_hash", models.CharField(max_length=64)),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "Waiting"), ("accepted", "Accepted"), ("declined", "Declined")],
                        default="waiting",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "translation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="suggestions",
                        to="l10n.translation",
                    ),
                ),
            ],
            options={
                "verbose_name": "suggested translation",
                "verbose_name_plural": "suggested translations",
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="MemorySegment",
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
                        verbose_name="from",
                    ),
                ),
                (
                    "target_language",
                    models.CharField(
                        choices=[
                            ("en", "English"),
                            ("es", "Español"),
                            ("fr", "Français"),
                            ("pt", "Português"),
                        ],
                        max_length=2,
                        verbose_name="into",
                    ),
                ),
                ("source_hash", models.CharField(max_length=64)),
                ("source", models.TextField(verbose_name="original")),
                ("text", models.TextField(verbose_name="translation")),
                (
                    "approved_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="approved"),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "translation",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="segments",
                        to="l10n.translation",
                    ),
                ),
            ],
            options={
                "verbose_name": "segment of the translation memory",
                "verbose_name_plural": "translation memory",
            },
        ),
        migrations.CreateModel(
            name="TranslationStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("approved", "Approved"),
                            ("edited", "Edited"),
                            ("rejected", "Rejected"),
                            ("written", "Written with the record"),
                        ],
                        max_length=10,
                        verbose_name="step",
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("text", models.TextField(blank=True, verbose_name="text")),
                ("source_hash", models.CharField(max_length=64)),
                ("reason", models.TextField(blank=True, max_length=1000, verbose_name="reason")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "translation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="l10n.translation",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a translation",
                "verbose_name_plural": "steps of translations",
                "ordering": ("at", "id"),
            },
        ),
        migrations.AddIndex(
            model_name="translation",
            index=models.Index(fields=["root", "target_language"], name="translation_of_root"),
        ),
        migrations.AddIndex(
            model_name="translation",
            index=models.Index(
                condition=models.Q(("due_at__isnull", False)), fields=["due_at"], name="translation_due"
            ),
        ),
        migrations.AddIndex(
            model_name="translation",
            index=models.Index(
                condition=models.Q(("state__in", ["stale", "needs_review", "failed_final", "machine_draft"])),
                fields=["target_language", "waiting_since", "id"],
                name="translation_desk",
            ),
        ),
        migrations.AddIndex(
            model_name="translation",
            index=models.Index(
                condition=models.Q(("state__in", ["stale", "needs_review", "failed_final", "machine_draft"])),
                fields=["country", "waiting_since", "id"],
                name="translation_desk_state",
            ),
        ),
        migrations.AddIndex(
            model_name="translation",
            index=models.Index(
                condition=models.Q(("state__in", ["stale", "needs_review", "failed_final", "machine_draft"])),
                fields=["waiting_since", "id"],
                name="translation_desk_all",
            ),
        ),
        migrations.AddIndex(
            model_name="translation",
            index=models.Index(
                condition=models.Q(("state__in", ["stale", "needs_review", "failed_final", "machine_draft"])),
                fields=["target_language", "state", "waiting_since", "id"],
                name="translation_desk_states",
            ),
        ),
        migrations.AddIndex(
            model_name="translation",
            index=models.Index(
                condition=models.Q(("state__in", ["stale", "needs_review", "failed_final", "machine_draft"])),
                fields=["target_language", "kind", "waiting_since", "id"],
                name="translation_desk_kinds",
            ),
        ),
        migrations.AddIndex(
            model_name="translation",
            index=models.Index(
                condition=models.Q(("state__in", ["stale", "needs_review", "failed_final", "machine_draft"])),
                fields=["target_language", "confidence", "id"],
                name="translation_desk_sure",
            ),
        ),
        migrations.AddIndex(
            model_name="translation",
            index=models.Index(fields=["kind", "target_language", "state"], name="translation_progress"),
        ),
        migrations.AddConstraint(
            model_name="translation",
            constraint=models.UniqueConstraint(
                fields=("kind", "object_key", "field", "target_language"), name="translation_once"
            ),
        ),
        migrations.AddIndex(
            model_name="suggestion",
            index=models.Index(
                condition=models.Q(("state", "waiting")), fields=["at", "id"], name="suggestion_waiting"
            ),
        ),
        migrations.AddIndex(
            model_name="memorysegment",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass("source", name="gin_trgm_ops"), name="memory_trigrams"
            ),
        ),
        migrations.AddConstraint(
            model_name="memorysegment",
            constraint=models.UniqueConstraint(
                fields=("source_language", "target_language", "source_hash"), name="memory_once"
            ),
        ),
    ]
