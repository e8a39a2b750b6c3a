"""Tables of the Voluntary Fund; what the database guarantees comes with the next migration."""

import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import network.models.text


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("network", "0003_topics_say_their_language"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Account",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=60, unique=True, verbose_name="code")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("cash", "Cash at bank, not set aside"),
                            ("set_aside", "Cash set aside for a project"),
                            ("advance", "Advances to implementers"),
                            ("cash_icr", "Cash kept for indirect cost recovery"),
                            ("conditional", "Conditional contributions, refundable"),
                            ("icr_due", "Indirect cost recovery due"),
                            ("exchange", "Currency exchange"),
                            ("contribution", "Contributions"),
                            ("interest", "Interest earned"),
                            ("expenditure", "Expenditure of projects"),
                            ("bank_charge", "Bank charges"),
                            ("icr", "Indirect cost recovery"),
                            ("in_kind_received", "In-kind contributions, received"),
                            ("in_kind_used", "In-kind contributions, put to use"),
                        ],
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("asset", "Asset"),
                            ("liability", "Liability"),
                            ("net_assets", "Net assets"),
                            ("income", "Income"),
                            ("expense", "Expense"),
                            ("memorandum", "Memorandum"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "contribution_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("financial", "Financial"),
                            ("technical", "Technical"),
                            ("human_resources", "Human resources"),
                        ],
                        max_length=20,
                        verbose_name="kind of contribution",
                    ),
                ),
                (
                    "floor",
                    models.BigIntegerField(default=-9223372036854775808, verbose_name="lowest balance"),
                ),
                (
                    "ceiling",
                    models.BigIntegerField(default=9223372036854775807, verbose_name="highest balance"),
                ),
            ],
            options={
                "verbose_name": "account",
                "verbose_name_plural": "accounts",
                "ordering": ("code",),
            },
        ),
        migrations.CreateModel(
            name="AccountTurnover",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "account",
                        "year",
                        "kind",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("contribution", "Contribution"),
                            ("in_kind", "In-kind contribution"),
                            ("condition_met", "Condition met"),
                            ("allocation", "Allocation"),
                            ("release", "Release of an allocation"),
                            ("disbursement", "Disbursement"),
                            ("settlement", "Settlement of an advance"),
                            ("expenditure", "Expenditure"),
                            ("refund_received", "Refund from an implementer"),
                            ("refund_paid", "Refund to a donor"),
                            ("interest", "Interest"),
                            ("bank_charge", "Bank charge"),
                            ("icr_paid", "Indirect cost recovery paid"),
                            ("exchange", "Exchange of currency"),
                            ("reversal", "Reversal"),
                        ],
                        max_length=20,
                        verbose_name="kind of entry",
                    ),
                ),
                ("debit", models.BigIntegerField(default=0, verbose_name="debit")),
                ("credit", models.BigIntegerField(default=0, verbose_name="credit")),
                ("leg_count", models.BigIntegerField(default=0, verbose_name="legs")),
                (
                    "account",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="turnovers",
                        to="fund.account",
                    ),
                ),
            ],
            options={
                "verbose_name": "turnover",
                "verbose_name_plural": "turnovers",
            },
        ),
        migrations.CreateModel(
            name="Agreement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reference", models.CharField(max_length=80, unique=True, verbose_name="reference")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("financial", "Financial"),
                            ("technical", "Technical"),
                            ("human_resources", "Human resources"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("amount", models.BigIntegerField(verbose_name="amount")),
                ("signed_on", models.DateField(verbose_name="signed on")),
                ("purpose", models.TextField(blank=True, verbose_name="purpose")),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("en", "English"),
                            ("es", "Español"),
                            ("fr", "Français"),
                            ("pt", "Português"),
                        ],
                        max_length=2,
                        verbose_name="language of the agreement",
                    ),
                ),
                (
                    "stipulation",
                    models.CharField(
                        choices=[
                            ("none", "None"),
                            ("restriction", "Restriction: for a stated purpose"),
                            ("condition", "Condition: to be returned when it is not met"),
                        ],
                        default="none",
                        max_length=12,
                        verbose_name="stipulation",
                    ),
                ),
                (
                    "icr_rate",
                    models.DecimalField(
                        decimal_places=4, max_digits=5, verbose_name="rate of indirect cost recovery"
                    ),
                ),
                (
                    "icr_exemption",
                    models.CharField(blank=True, max_length=500, verbose_name="reason for the exemption"),
                ),
                (
                    "is_demonstration",
                    models.BooleanField(default=False, editable=False, verbose_name="example"),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="recorded at"),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "agreement",
                "verbose_name_plural": "agreements",
                "ordering": ("-signed_on", "-id"),
            },
        ),
        migrations.AddField(
            model_name="account",
            name="agreement",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="accounts",
                to="fund.agreement",
            ),
        ),
        migrations.CreateModel(
            name="Currency",
            fields=[
                (
                    "code",
                    models.CharField(max_length=3, primary_key=True, serialize=False, verbose_name="code"),
                ),
                ("exponent", models.PositiveSmallIntegerField(verbose_name="decimals")),
            ],
            options={
                "verbose_name": "currency",
                "verbose_name_plural": "currencies",
                "ordering": ("code",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("code__regex", "^[A-Z]{3}$")), name="fund_currency_code"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("exponent__lte", 4)), name="fund_currency_exponent"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BankFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="file name")),
                ("sha256", models.CharField(editable=False, max_length=64, unique=True)),
                ("read_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="read at")),
                (
                    "read_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "currency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="fund.currency"
                    ),
                ),
            ],
            options={
                "verbose_name": "bank file",
                "verbose_name_plural": "bank files",
                "ordering": ("-read_at", "-id"),
            },
        ),
        migrations.AddField(
            model_name="agreement",
            name="currency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="fund.currency"
            ),
        ),
        migrations.AddField(
            model_name="account",
            name="currency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="fund.currency"
            ),
        ),
        migrations.CreateModel(
            name="Donor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("state", "Member state"), ("organization", "Organization")],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("name", models.CharField(max_length=250, verbose_name="name")),
                (
                    "name_language",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("en", "English"),
                            ("es", "Español"),
                            ("fr", "Français"),
                            ("pt", "Português"),
                        ],
                        max_length=2,
                        verbose_name="language of the name",
                    ),
                ),
                (
                    "is_demonstration",
                    models.BooleanField(default=False, editable=False, verbose_name="example"),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="donors",
                        to="network.organization",
                    ),
                ),
                (
                    "state",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="donors",
                        to="network.memberstate",
                    ),
                ),
            ],
            options={
                "verbose_name": "donor",
                "verbose_name_plural": "donors",
                "ordering": ("name",),
            },
        ),
        migrations.AddField(
            model_name="agreement",
            name="donor",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="agreements", to="fund.donor"
            ),
        ),
        migrations.AddField(
            model_name="account",
            name="donor",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="accounts",
                to="fund.donor",
            ),
        ),
        migrations.CreateModel(
            name="DraftEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("contribution", "Contribution"),
                            ("in_kind", "In-kind contribution"),
                            ("condition_met", "Condition met"),
                            ("allocation", "Allocation"),
                            ("release", "Release of an allocation"),
                            ("disbursement", "Disbursement"),
                            ("settlement", "Settlement of an advance"),
                            ("expenditure", "Expenditure"),
                            ("refund_received", "Refund from an implementer"),
                            ("refund_paid", "Refund to a donor"),
                            ("interest", "Interest"),
                            ("bank_charge", "Bank charge"),
                            ("icr_paid", "Indirect cost recovery paid"),
                            ("exchange", "Exchange of currency"),
                            ("reversal", "Reversal"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("event_on", models.DateField(verbose_name="date of the event")),
                ("description", models.CharField(max_length=500, verbose_name="description")),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("en", "English"),
                            ("es", "Español"),
                            ("fr", "Français"),
                            ("pt", "Português"),
                        ],
                        max_length=2,
                        verbose_name="language of the description",
                    ),
                ),
                ("party", models.CharField(blank=True, max_length=250, verbose_name="the other party")),
                (
                    "valuation",
                    models.CharField(blank=True, max_length=500, verbose_name="method of valuation"),
                ),
                (
                    "rate",
                    models.DecimalField(decimal_places=10, max_digits=20, null=True, verbose_name="rate"),
                ),
                (
                    "rate_source",
                    models.CharField(blank=True, max_length=200, verbose_name="source of the rate"),
                ),
                ("rate_on", models.DateField(null=True, verbose_name="date of the rate")),
                ("is_memorandum", models.BooleanField(default=False, verbose_name="memorandum")),
                (
                    "is_demonstration",
                    models.BooleanField(default=False, editable=False, verbose_name="example"),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "leg_accounts",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None),
                ),
                (
                    "leg_amounts",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None),
                ),
                ("evidence", models.JSONField(default=list, verbose_name="evidence")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("submitted", "Waiting for approval"),
                            ("returned", "Returned"),
                            ("posted", "Posted"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("content_hash", models.BinaryField(default=b"")),
                (
                    "prepared_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="prepared at"),
                ),
                ("decided_at", models.DateTimeField(null=True, verbose_name="decided at")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                ("idempotency_key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("request_hash", models.BinaryField()),
                (
                    "agreement",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="fund.agreement",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "donor",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="fund.donor",
                    ),
                ),
                (
                    "prepared_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "draft entry",
                "verbose_name_plural": "draft entries",
                "ordering": ("-prepared_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.CharField(max_length=200, verbose_name="file name")),
                ("file", models.FileField(upload_to="fund/", verbose_name="file")),
                ("sha256", models.CharField(editable=False, max_length=64)),
                ("kind", models.CharField(editable=False, max_length=100, verbose_name="kind of file")),
                ("size", models.BigIntegerField(editable=False, verbose_name="size")),
                (
                    "added_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="added at"),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attachments",
                        to="fund.draftentry",
                    ),
                ),
            ],
            options={
                "verbose_name": "attachment",
                "verbose_name_plural": "attachments",
                "ordering": ("added_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="Earmark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("topic", "Topic"), ("project", "Project"), ("state", "Member state")],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "state",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.memberstate",
                    ),
                ),
                (
                    "topic",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.topic",
                    ),
                ),
            ],
            options={
                "verbose_name": "earmark",
                "verbose_name_plural": "earmarks",
            },
        ),
        migrations.AddField(
            model_name="agreement",
            name="earmark",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="agreements",
                to="fund.earmark",
            ),
        ),
        migrations.AddField(
            model_name="account",
            name="earmark",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="accounts",
                to="fund.earmark",
            ),
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("contribution", "Contribution"),
                            ("in_kind", "In-kind contribution"),
                            ("condition_met", "Condition met"),
                            ("allocation", "Allocation"),
                            ("release", "Release of an allocation"),
                            ("disbursement", "Disbursement"),
                            ("settlement", "Settlement of an advance"),
                            ("expenditure", "Expenditure"),
                            ("refund_received", "Refund from an implementer"),
                            ("refund_paid", "Refund to a donor"),
                            ("interest", "Interest"),
                            ("bank_charge", "Bank charge"),
                            ("icr_paid", "Indirect cost recovery paid"),
                            ("exchange", "Exchange of currency"),
                            ("reversal", "Reversal"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("event_on", models.DateField(verbose_name="date of the event")),
                ("description", models.CharField(max_length=500, verbose_name="description")),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("en", "English"),
                            ("es", "Español"),
                            ("fr", "Français"),
                            ("pt", "Português"),
                        ],
                        max_length=2,
                        verbose_name="language of the description",
                    ),
                ),
                ("party", models.CharField(blank=True, max_length=250, verbose_name="the other party")),
                (
                    "valuation",
                    models.CharField(blank=True, max_length=500, verbose_name="method of valuation"),
                ),
                (
                    "rate",
                    models.DecimalField(decimal_places=10, max_digits=20, null=True, verbose_name="rate"),
                ),
                (
                    "rate_source",
                    models.CharField(blank=True, max_length=200, verbose_name="source of the rate"),
                ),
                ("rate_on", models.DateField(null=True, verbose_name="date of the rate")),
                ("is_memorandum", models.BooleanField(default=False, verbose_name="memorandum")),
                (
                    "is_demonstration",
                    models.BooleanField(default=False, editable=False, verbose_name="example"),
                ),
                ("number", models.BigIntegerField(primary_key=True, serialize=False, verbose_name="number")),
                ("booked_on", models.DateField(verbose_name="booked on")),
                ("posted_at", models.DateTimeField(verbose_name="posted at")),
                ("leg_count", models.PositiveSmallIntegerField(verbose_name="legs")),
                ("draft_hash", models.BinaryField()),
                ("idempotency_key", models.UUIDField(unique=True)),
                ("request_hash", models.BinaryField()),
                ("prev_hash", models.BinaryField(unique=True)),
                ("hash", models.BinaryField(unique=True)),
                (
                    "agreement",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="fund.agreement",
                    ),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "donor",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="fund.donor",
                    ),
                ),
                (
                    "draft",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entry",
                        to="fund.draftentry",
                    ),
                ),
                (
                    "prepared_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reverses",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reversed_by",
                        to="fund.entry",
                    ),
                ),
            ],
            options={
                "verbose_name": "entry",
                "verbose_name_plural": "entries",
                "ordering": ("-number",),
            },
        ),
        migrations.AddField(
            model_name="draftentry",
            name="reverses",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reversal_drafts",
                to="fund.entry",
            ),
        ),
        migrations.CreateModel(
            name="BankLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row", models.PositiveIntegerField(verbose_name="row")),
                ("booked_on", models.DateField(verbose_name="booked on")),
                ("amount", models.BigIntegerField(verbose_name="amount")),
                ("text", models.CharField(max_length=500, verbose_name="text")),
                ("reference", models.CharField(blank=True, max_length=140, verbose_name="reference")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Not matched"),
                            ("matched", "Matched with an entry"),
                            ("set_aside", "Set aside with a reason"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                ("decided_at", models.DateTimeField(null=True, verbose_name="decided at")),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="fund.bankfile"
                    ),
                ),
                (
                    "entry",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bank_line",
                        to="fund.entry",
                    ),
                ),
            ],
            options={
                "verbose_name": "bank line",
                "verbose_name_plural": "bank lines",
                "ordering": ("booked_on", "id"),
            },
        ),
        migrations.CreateModel(
            name="Fund",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=30, unique=True, verbose_name="code")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("name_en", models.CharField(max_length=200, null=True, verbose_name="name")),
                ("name_es", models.CharField(max_length=200, null=True, verbose_name="name")),
                ("name_fr", models.CharField(max_length=200, null=True, verbose_name="name")),
                ("name_pt", models.CharField(max_length=200, null=True, verbose_name="name")),
                (
                    "base_currency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="fund.currency",
                        verbose_name="base currency",
                    ),
                ),
            ],
            options={
                "verbose_name": "fund",
                "verbose_name_plural": "funds",
                "ordering": ("code",),
            },
        ),
        migrations.AddField(
            model_name="entry",
            name="fund",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="fund.fund"
            ),
        ),
        migrations.AddField(
            model_name="draftentry",
            name="fund",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="fund.fund"
            ),
        ),
        migrations.AddField(
            model_name="bankfile",
            name="fund",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="bank_files", to="fund.fund"
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="fund",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="agreements", to="fund.fund"
            ),
        ),
        migrations.AddField(
            model_name="account",
            name="fund",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="accounts", to="fund.fund"
            ),
        ),
        migrations.CreateModel(
            name="LedgerHead",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("number", models.BigIntegerField(default=0)),
                ("hash", models.BinaryField()),
            ],
            options={
                "verbose_name": "head of the ledger",
                "verbose_name_plural": "heads of the ledger",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="fund_head_is_one")
                ],
            },
        ),
        migrations.CreateModel(
            name="Leg",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "entry_id", "n", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("n", models.PositiveSmallIntegerField(verbose_name="line")),
                ("leg_count", models.PositiveSmallIntegerField(verbose_name="legs")),
                ("amount", models.BigIntegerField(verbose_name="amount")),
                ("booked_on", models.DateField(verbose_name="booked on")),
                (
                    "account",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="legs",
                        to="fund.account",
                    ),
                ),
                (
                    "currency",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="fund.currency",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="legs",
                        to="fund.entry",
                    ),
                ),
            ],
            options={
                "verbose_name": "leg",
                "verbose_name_plural": "legs",
                "ordering": ("entry_id", "n"),
            },
        ),
        migrations.CreateModel(
            name="Period",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="first day")),
                ("ends_on", models.DateField(verbose_name="last day")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Open"), ("closed", "Closed")],
                        default="open",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("closed_at", models.DateTimeField(null=True, verbose_name="closed at")),
                ("is_certified", models.BooleanField(default=False, verbose_name="certified")),
                ("certified_by", models.CharField(blank=True, max_length=200, verbose_name="certified by")),
                (
                    "closed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "period",
                "verbose_name_plural": "periods",
                "ordering": ("starts_on",),
            },
        ),
        migrations.AddField(
            model_name="entry",
            name="period",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="entries",
                to="fund.period",
            ),
        ),
        migrations.CreateModel(
            name="Pledge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("financial", "Financial"),
                            ("technical", "Technical"),
                            ("human_resources", "Human resources"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("amount", models.BigIntegerField(verbose_name="amount")),
                ("announced_on", models.DateField(verbose_name="announced on")),
                ("source", models.CharField(max_length=500, verbose_name="where it was announced")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("announced", "Announced"),
                            ("agreed", "Agreement signed"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="announced",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "is_demonstration",
                    models.BooleanField(default=False, editable=False, verbose_name="example"),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="recorded at"),
                ),
                (
                    "currency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="fund.currency"
                    ),
                ),
                (
                    "donor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="pledges", to="fund.donor"
                    ),
                ),
                (
                    "fund",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="pledges", to="fund.fund"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "pledge",
                "verbose_name_plural": "pledges",
                "ordering": ("-announced_on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="AgreementEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("reference", models.CharField(max_length=80, verbose_name="reference")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("financial", "Financial"),
                            ("technical", "Technical"),
                            ("human_resources", "Human resources"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("amount", models.BigIntegerField(verbose_name="amount")),
                ("signed_on", models.DateField(verbose_name="signed on")),
                ("purpose", models.TextField(blank=True, verbose_name="purpose")),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("en", "English"),
                            ("es", "Español"),
                            ("fr", "Français"),
                            ("pt", "Português"),
                        ],
                        max_length=2,
                        verbose_name="language of the agreement",
                    ),
                ),
                (
                    "stipulation",
                    models.CharField(
                        choices=[
                            ("none", "None"),
                            ("restriction", "Restriction: for a stated purpose"),
                            ("condition", "Condition: to be returned when it is not met"),
                        ],
                        default="none",
                        max_length=12,
                        verbose_name="stipulation",
                    ),
                ),
                (
                    "icr_rate",
                    models.DecimalField(
                        decimal_places=4, max_digits=5, verbose_name="rate of indirect cost recovery"
                    ),
                ),
                (
                    "icr_exemption",
                    models.CharField(blank=True, max_length=500, verbose_name="reason for the exemption"),
                ),
                (
                    "is_demonstration",
                    models.BooleanField(default=False, editable=False, verbose_name="example"),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="recorded at"),
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
                        to="fund.agreement",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "currency",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="fund.currency",
                    ),
                ),
                (
                    "donor",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="fund.donor",
                    ),
                ),
                (
                    "earmark",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="fund.earmark",
                    ),
                ),
                (
                    "fund",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="fund.fund",
                    ),
                ),
                (
                    "pledge",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="fund.pledge",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="agreement",
            name="pledge",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="agreements",
                to="fund.pledge",
            ),
        ),
        migrations.CreateModel(
            name="PledgeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("financial", "Financial"),
                            ("technical", "Technical"),
                            ("human_resources", "Human resources"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("amount", models.BigIntegerField(verbose_name="amount")),
                ("announced_on", models.DateField(verbose_name="announced on")),
                ("source", models.CharField(max_length=500, verbose_name="where it was announced")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("announced", "Announced"),
                            ("agreed", "Agreement signed"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="announced",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "is_demonstration",
                    models.BooleanField(default=False, editable=False, verbose_name="example"),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="recorded at"),
                ),
                (
                    "currency",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="fund.currency",
                    ),
                ),
                (
                    "donor",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="fund.donor",
                    ),
                ),
                (
                    "fund",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="fund.fund",
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
                        to="fund.pledge",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Project",
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
                ("identifier", models.CharField(max_length=20, unique=True, verbose_name="identifier")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("title_en", models.CharField(max_length=200, null=True, verbose_name="title")),
                ("title_es", models.CharField(max_length=200, null=True, verbose_name="title")),
                ("title_fr", models.CharField(max_length=200, null=True, verbose_name="title")),
                ("title_pt", models.CharField(max_length=200, null=True, verbose_name="title")),
                ("summary", models.TextField(verbose_name="summary")),
                ("summary_en", models.TextField(null=True, verbose_name="summary")),
                ("summary_es", models.TextField(null=True, verbose_name="summary")),
                ("summary_fr", models.TextField(null=True, verbose_name="summary")),
                ("summary_pt", models.TextField(null=True, verbose_name="summary")),
                (
                    "implementer",
                    models.CharField(blank=True, max_length=250, verbose_name="implementing body"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("active", "Under way"),
                            ("closed", "Closed"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="planned",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(null=True, verbose_name="until")),
                ("practices", models.JSONField(default=list, verbose_name="identifiers of practices")),
                (
                    "is_demonstration",
                    models.BooleanField(default=False, editable=False, verbose_name="example"),
                ),
                (
                    "fund",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="projects", to="fund.fund"
                    ),
                ),
                ("states", models.ManyToManyField(related_name="fund_projects", to="network.memberstate")),
                ("topics", models.ManyToManyField(related_name="fund_projects", to="network.topic")),
            ],
            options={
                "verbose_name": "project",
                "verbose_name_plural": "projects",
                "ordering": ("identifier",),
            },
            bases=(network.models.text.SourceText, models.Model),
        ),
        migrations.AddField(
            model_name="entry",
            name="project",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="fund.project",
            ),
        ),
        migrations.AddField(
            model_name="earmark",
            name="project",
            field=models.OneToOneField(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="fund.project"
            ),
        ),
        migrations.AddField(
            model_name="draftentry",
            name="project",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="fund.project",
            ),
        ),
        migrations.AddField(
            model_name="account",
            name="project",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="accounts",
                to="fund.project",
            ),
        ),
        migrations.CreateModel(
            name="ProjectEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
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
                ("identifier", models.CharField(max_length=20, verbose_name="identifier")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("summary", models.TextField(verbose_name="summary")),
                (
                    "implementer",
                    models.CharField(blank=True, max_length=250, verbose_name="implementing body"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("active", "Under way"),
                            ("closed", "Closed"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="planned",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(null=True, verbose_name="until")),
                ("practices", models.JSONField(default=list, verbose_name="identifiers of practices")),
                (
                    "is_demonstration",
                    models.BooleanField(default=False, editable=False, verbose_name="example"),
                ),
                (
                    "fund",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="fund.fund",
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
                        to="fund.project",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Snapshot",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "period", "account", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("amount", models.BigIntegerField(verbose_name="balance")),
                (
                    "account",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="snapshots",
                        to="fund.account",
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="snapshots",
                        to="fund.period",
                    ),
                ),
            ],
            options={
                "verbose_name": "snapshot",
                "verbose_name_plural": "snapshots",
            },
        ),
        migrations.CreateModel(
            name="AccountBalance",
            fields=[
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="balance",
                        serialize=False,
                        to="fund.account",
                    ),
                ),
                ("amount", models.BigIntegerField(default=0, verbose_name="balance")),
                ("floor", models.BigIntegerField()),
                ("ceiling", models.BigIntegerField()),
                ("leg_count", models.BigIntegerField(default=0, verbose_name="legs")),
                ("last_entry", models.BigIntegerField(default=0, verbose_name="last entry")),
            ],
            options={
                "verbose_name": "balance",
                "verbose_name_plural": "balances",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount__gte", models.F("floor"))), name="fund_balance_floor"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__lte", models.F("ceiling"))), name="fund_balance_ceiling"
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="donor",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "state"), ("state__isnull", False)),
                    models.Q(("kind", "organization"), ("organization__isnull", False)),
                    _connector="OR",
                ),
                name="fund_donor_is_someone",
            ),
        ),
        migrations.AddConstraint(
            model_name="donor",
            constraint=models.UniqueConstraint(
                models.F("state"),
                models.F("organization"),
                models.F("name"),
                name="fund_donor_once",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="bankline",
            constraint=models.UniqueConstraint(fields=("file", "row"), name="fund_bank_line_once"),
        ),
        migrations.AddConstraint(
            model_name="bankline",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount", 0), _negated=True), name="fund_bank_line_moves"
            ),
        ),
        migrations.AddConstraint(
            model_name="bankline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("entry__isnull", True), ("state", "open")),
                    models.Q(("decided_by__isnull", False), ("entry__isnull", False), ("state", "matched")),
                    models.Q(
                        ("decided_by__isnull", False),
                        ("entry__isnull", True),
                        ("state", "set_aside"),
                        models.Q(("reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="fund_bank_line_decided",
            ),
        ),
        migrations.AddIndex(
            model_name="leg",
            index=models.Index(
                fields=["account", "currency", "booked_on"], include=("amount",), name="fund_leg_as_of"
            ),
        ),
        migrations.AddIndex(
            model_name="leg",
            index=models.Index(fields=["account", "-entry"], name="fund_leg_of_account"),
        ),
        migrations.AddConstraint(
            model_name="leg",
            constraint=models.CheckConstraint(
                condition=models.Q(("n__gte", 1), ("n__lte", models.F("leg_count"))), name="fund_leg_slot"
            ),
        ),
        migrations.AddConstraint(
            model_name="leg",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("amount__gte", -1000000000000000),
                    ("amount__lte", 1000000000000000),
                    models.Q(("amount", 0), _negated=True),
                ),
                name="fund_leg_amount",
            ),
        ),
        migrations.AddConstraint(
            model_name="period",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="fund_period_span"
            ),
        ),
        migrations.AddConstraint(
            model_name="period",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at__isnull", True), ("closed_by__isnull", True), ("state", "open")),
                    models.Q(("closed_at__isnull", False), ("closed_by__isnull", False), ("state", "closed")),
                    _connector="OR",
                ),
                name="fund_period_closed_by_someone",
            ),
        ),
        migrations.AddConstraint(
            model_name="period",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_certified", False),
                    models.Q(("state", "closed"), models.Q(("certified_by", ""), _negated=True)),
                    _connector="OR",
                ),
                name="fund_period_certified_when_closed",
            ),
        ),
        migrations.AddConstraint(
            model_name="period",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    (
                        models.Func(
                            "starts_on",
                            "ends_on",
                            models.Value("[]"),
                            function="DATERANGE",
                            output_field=models.TextField(),
                        ),
                        "&&",
                    )
                ],
                name="fund_period_no_overlap",
            ),
        ),
        migrations.AddConstraint(
            model_name="pledge",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0)), name="fund_pledge_is_positive"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pledge",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "fund_pledgeevent" ("amount", "announced_on", "currency_id", "donor_id", "fund_id", "id", "is_demonstration", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source", "state") VALUES (NEW."amount", NEW."announced_on", NEW."currency_id", NEW."donor_id", NEW."fund_id", NEW."id", NEW."is_demonstration", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."state"); RETURN NULL;',
                    hash="0351dd7b0045b5e574bbb50e1329c6970601318a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ba2cb",
                    table="fund_pledge",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pledge",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "fund_pledgeevent" ("amount", "announced_on", "currency_id", "donor_id", "fund_id", "id", "is_demonstration", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source", "state") VALUES (NEW."amount", NEW."announced_on", NEW."currency_id", NEW."donor_id", NEW."fund_id", NEW."id", NEW."is_demonstration", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."state"); RETURN NULL;',
                    hash="6fea064cf8aedf414dfa10a23f7b7bfa9a6fce8c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_032d7",
                    table="fund_pledge",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agreementevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="eefc98d2a76d95d2a574032d956a49fd9dddc6f6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6499e",
                    table="fund_agreementevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0)), name="fund_agreement_is_positive"
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("icr_rate__gt", 0), ("icr_rate__lt", 1)),
                    models.Q(("icr_rate", 0), models.Q(("icr_exemption", ""), _negated=True)),
                    _connector="OR",
                ),
                name="fund_agreement_icr_or_reason",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agreement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "fund_agreementevent" ("amount", "currency_id", "donor_id", "earmark_id", "fund_id", "icr_exemption", "icr_rate", "id", "is_demonstration", "kind", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pledge_id", "purpose", "recorded_at", "recorded_by_id", "reference", "signed_on", "stipulation") VALUES (NEW."amount", NEW."currency_id", NEW."donor_id", NEW."earmark_id", NEW."fund_id", NEW."icr_exemption", NEW."icr_rate", NEW."id", NEW."is_demonstration", NEW."kind", NEW."language", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pledge_id", NEW."purpose", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."signed_on", NEW."stipulation"); RETURN NULL;',
                    hash="f4dc73514a3e44c9b5ada2fbbd39afbb71d8b379",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_82d1d",
                    table="fund_agreement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agreement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "fund_agreementevent" ("amount", "currency_id", "donor_id", "earmark_id", "fund_id", "icr_exemption", "icr_rate", "id", "is_demonstration", "kind", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pledge_id", "purpose", "recorded_at", "recorded_by_id", "reference", "signed_on", "stipulation") VALUES (NEW."amount", NEW."currency_id", NEW."donor_id", NEW."earmark_id", NEW."fund_id", NEW."icr_exemption", NEW."icr_rate", NEW."id", NEW."is_demonstration", NEW."kind", NEW."language", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pledge_id", NEW."purpose", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."signed_on", NEW."stipulation"); RETURN NULL;',
                    hash="05119773d25b3bf2b95c3c6b0a569e71f37ea649",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d67e0",
                    table="fund_agreement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pledgeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7f1998222ca6d4183a4d559b164cc6b68b3f5658",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a17c9",
                    table="fund_pledgeevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="project",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__isnull", True), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                ),
                name="fund_project_span",
            ),
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
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["kind", "-number"], name="fund_entry_of_kind"),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                condition=models.Q(("donor__isnull", False)),
                fields=["donor", "-number"],
                name="fund_entry_of_donor",
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                condition=models.Q(("project__isnull", False)),
                fields=["project", "-number"],
                name="fund_entry_of_project",
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["booked_on", "number"], name="fund_entry_by_day"),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(
                fields=("number", "leg_count", "booked_on"), name="fund_entry_for_its_legs"
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1)), name="fund_entry_counts_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(("leg_count__gte", 2)), name="fund_entry_two_legs"
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(("approved_by", models.F("prepared_by")), _negated=True),
                name="fund_entry_four_eyes",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(("booked_on__gte", models.F("event_on"))),
                name="fund_entry_booked_after_event",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "reversal"), ("reverses__isnull", False)),
                    models.Q(models.Q(("kind", "reversal"), _negated=True), ("reverses__isnull", True)),
                    _connector="OR",
                ),
                name="fund_entry_reversal_names_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "in_kind"), _negated=True),
                    models.Q(("is_memorandum", True), models.Q(("valuation", ""), _negated=True)),
                    _connector="OR",
                ),
                name="fund_entry_in_kind_is_valued",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "exchange"), _negated=True),
                    models.Q(
                        ("rate__gt", 0),
                        ("rate__isnull", False),
                        ("rate_on__isnull", False),
                        models.Q(("rate_source", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="fund_entry_exchange_has_rate",
            ),
        ),
        migrations.AddConstraint(
            model_name="earmark",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kind", "topic"),
                        ("project__isnull", True),
                        ("state__isnull", True),
                        ("topic__isnull", False),
                    ),
                    models.Q(
                        ("kind", "project"),
                        ("project__isnull", False),
                        ("state__isnull", True),
                        ("topic__isnull", True),
                    ),
                    models.Q(
                        ("kind", "state"),
                        ("project__isnull", True),
                        ("state__isnull", False),
                        ("topic__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="fund_earmark_names_one",
            ),
        ),
        migrations.AddIndex(
            model_name="draftentry",
            index=models.Index(
                condition=models.Q(("state__in", ["posted", "withdrawn"]), _negated=True),
                fields=["state", "prepared_at"],
                name="fund_draft_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="draftentry",
            constraint=models.UniqueConstraint(fields=("id", "prepared_by"), name="fund_draft_preparer"),
        ),
        migrations.AddConstraint(
            model_name="draftentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "returned"), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="fund_draft_returned_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="draftentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("decided_by__isnull", True),
                    ("state", "withdrawn"),
                    models.Q(("decided_by", models.F("prepared_by")), _negated=True),
                    _connector="OR",
                ),
                name="fund_draft_four_eyes",
            ),
        ),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.UniqueConstraint(fields=("id", "currency"), name="fund_account_currency"),
        ),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["asset", "liability", "net_assets", "income", "expense", "memorandum"])
                ),
                name="fund_account_kind",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="projectevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ed55c232c4587dcc8c6fd426ceebb3be2ddc501e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f1764",
                    table="fund_projectevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
