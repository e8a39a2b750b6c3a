"""Practices and what belongs to them say how their translations came about."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("practices", "0002_what_was_typed"),
    ]

    operations = [
        migrations.AddField(
            model_name="buildingblock",
            name="translation_marks",
            field=models.JSONField(default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="evaluation",
            name="translation_marks",
            field=models.JSONField(default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="material",
            name="translation_marks",
            field=models.JSONField(default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="outcome",
            name="translation_marks",
            field=models.JSONField(default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="partner",
            name="translation_marks",
            field=models.JSONField(default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="practice",
            name="translation_marks",
            field=models.JSONField(default=dict, editable=False),
        ),
    ]
