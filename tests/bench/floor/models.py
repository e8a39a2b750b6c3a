"""The floor's one table, filled by tests/bench/data.py."""

from django.db import models


class Row(models.Model):
    """A record such as any list shows."""

    title = models.CharField(max_length=200)
    summary = models.TextField()
    identifier = models.CharField(max_length=20)
    state = models.CharField(max_length=60)
    published_at = models.DateTimeField(db_index=True)

    class Meta:
        managed = False
        db_table = "bench_floor_row"

    def __str__(self) -> str:
        return self.title
