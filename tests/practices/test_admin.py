"""The database administration shows much and changes little."""

from typing import Any

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from practices.models import Practice
from tests.factories import UserFactory

OURS = [model for model in admin.site._registry if model.__module__.startswith(("network.", "practices."))]
CHANGEABLE = {"User", "Organization"}
pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(client: Client) -> Any:
    """Someone who may use the administration."""
    person = UserFactory(is_staff=True, is_superuser=True)
    client.force_login(person)
    return person


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_list_opens_and_nothing_can_be_added_or_deleted(
    client: Client, keeper: Any, model: Any
) -> None:
    """Adding answers 403 even for the one who may do everything."""
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    assert client.get(reverse(f"{name}_changelist")).status_code == 200
    assert client.get(reverse(f"{name}_add")).status_code == 403


def test_a_practice_can_be_read_but_not_changed(
    client: Client, keeper: Any, published_of_guatemala: Practice
) -> None:
    """Its way leads through the desk."""
    address = reverse("admin:practices_practice_change", args=[published_of_guatemala.pk])
    assert client.get(address).status_code == 200
    assert client.post(address, {"state": "draft"}).status_code == 403
    assert Practice.objects.get(pk=published_of_guatemala.pk).state == published_of_guatemala.state


def test_of_an_account_only_whether_it_is_open_can_be_changed(
    client: Client, keeper: Any, member: Any
) -> None:
    """Neither the address nor any right, and the password's hash is not shown."""
    address = reverse("admin:network_user_change", args=[member.pk])
    assert member.password not in client.get(address).content.decode()
    client.post(address, {"is_superuser": "on", "email": "x@example.org"})
    member.refresh_from_db()
    assert (member.is_active, member.is_superuser, member.email != "x@example.org") == (False, False, True)


def test_staff_managers_without_the_right_do_not_enter(client: Client, staff_manager: Any) -> None:
    """The administration is not a role of the portal."""
    client.force_login(staff_manager)
    assert client.get(reverse("admin:index")).status_code == 302
