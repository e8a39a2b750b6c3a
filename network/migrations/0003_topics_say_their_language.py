"""Topics say which language they are written in, and how their translations came about."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0002_people_come_in"),
    ]

    operations = [
        migrations.AddField(
            model_name="topic",
            name="source_language",
            field=models.CharField(
                choices=[("en", "English"), ("es", "Español"), ("fr", "Français"), ("pt", "Português")],
                default="en",
                max_length=2,
                verbose_name="language of the text",
            ),
        ),
        migrations.AddField(
            model_name="topic",
            name="translation_marks",
            field=models.JSONField(default=dict, editable=False),
        ),
    ]
