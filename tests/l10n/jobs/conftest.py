"""Jobs are run by hand, with engines that do as they are told."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from network.choices import Role
from network.l10n.models import Translation
from network.l10n.services.running import run_translations
from network.models import User
from network.services import grant_role
from tests.factories import PublishedPracticeFactory, UserFactory

from .engines import FakeEngine, use_engines


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    """The only engine of the house; it is local."""
    return use_engines(monkeypatch, FakeEngine())[0]


def make_due() -> None:
    """The texts have rested."""
    now = timezone.now()
    Translation.objects.filter(due_at__isnull=False).update(due_at=now - timedelta(seconds=1))


def work_all(*languages: str) -> int:
    """Do all that is promised, as the worker would: every record, every language or some."""
    make_due()
    due = Translation.objects.filter(due_at__isnull=False).order_by()
    written = 0
    for root, language in due.values_list("root", "target_language").distinct():
        if not languages or language in languages:
            kind, key = root.split(":", 1)
            written += run_translations(kind=kind, key=key, language=language)
    return written


def translated_practice(**fields: Any) -> Iterator[int]:
    """Publish a practice and have a machine translate it; gives its key, and takes it all back at the end."""
    with transaction.atomic(), override("en"), pytest.MonkeyPatch.context() as patch:
        use_engines(patch, FakeEngine())
        made = PublishedPracticeFactory(**fields)
        work_all()
        yield made.pk
        transaction.set_rollback(True)
    cache.clear()  # the next test has another world


@pytest.fixture
def work() -> Callable[..., int]:
    """Do all that is promised."""
    return work_all


def reviser_of(into: str, **fields: Any) -> User:
    """Approves translations into a language."""
    user = UserFactory(**fields)
    grant_role(user=user, role=Role.REVISER, language=into, reason="test", by=None)
    return user


@pytest.fixture
def reviser(db: None) -> User:
    """Approves translations into French."""
    return reviser_of("fr", full_name="Claire Joseph", language="fr")
