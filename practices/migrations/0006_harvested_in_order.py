"""Harvesters read what has changed, in the order in which it did."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False  # the index is made beside reading and writing

    dependencies = [("practices", "0005_questions_to_providers")]

    operations = [
        AddIndexConcurrently(
            model_name="practice",
            index=models.Index(
                condition=models.Q(("identifier__isnull", False)),
                fields=["changed_at", "id"],
                name="practice_harvested",
            ),
        ),
    ]
