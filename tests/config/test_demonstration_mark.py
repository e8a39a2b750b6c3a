"""A database with invented content never becomes the real one, nor the other way round."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import connection

from network.config.checks import is_marked, mark_demonstration, refuse_demonstration
from network.config.programs import bind_address

pytestmark = pytest.mark.django_db


@pytest.fixture
def _marked(transactional_db):
    mark_demonstration()
    yield
    with connection.cursor() as cursor:
        cursor.execute(f"COMMENT ON DATABASE {connection.settings_dict['NAME']} IS NULL")


@pytest.mark.usefixtures("_marked")
def test_production_refuses_a_database_that_held_a_demonstration(settings):
    assert is_marked()
    with pytest.raises(ImproperlyConfigured, match="demonstration"):
        refuse_demonstration()
    settings.DEMO = True
    refuse_demonstration()


def test_a_fresh_database_is_served():
    assert not is_marked()
    refuse_demonstration()


def test_a_database_in_use_does_not_become_a_demonstration(django_user_model):
    django_user_model.objects.create_user(email="somebody@example.org")
    with pytest.raises(ImproperlyConfigured, match="in use"):
        mark_demonstration()
    assert not is_marked()


def test_a_demonstration_listens_on_this_machine_only(settings):
    settings.PORT = 8000
    settings.DEMO = True
    assert bind_address("0.0.0.0") == "127.0.0.1:8000"
    settings.DEMO = False
    assert bind_address("0.0.0.0") == "0.0.0.0:8000"


def test_every_change_of_a_table_has_its_migration():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
