"""An index by which the threads that a state's people opened last are found at once."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    """Made while people write: CONCURRENTLY, so outside a transaction."""

    atomic = False
    dependencies = [("fora", "0004_moved_threads")]

    operations = [
        AddIndexConcurrently(
            model_name="post",
            index=models.Index(
                "country", F("placed_at").desc(), condition=Q(seq=1), name="fora_post_opening_of_state"
            ),
        ),
    ]
