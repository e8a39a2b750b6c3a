"""Keep what was typed and cannot be stored yet, and who saved which section last."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("practices", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="practice",
            name="changed_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="practice",
            name="pending_input",
            field=models.JSONField(default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="practice",
            name="section_saves",
            field=models.JSONField(default=dict, editable=False),
        ),
    ]
