"""The set-up for production is checked as far as that goes without a container engine."""

import re
from pathlib import Path

import pytest
import yaml

from network.config.celery_settings import QUEUES

ROOT = Path(__file__).resolve().parents[2]
SERVICES = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
ONCE = {"migrate"}


def test_every_part_of_the_portal_has_its_service():
    workers = {f"worker-{queue}" for queue in QUEUES}
    others = {"nginx", "migrate", "web", "sweeper", "scheduler", "postgres", "valkey", "cache", "backup"}
    assert set(SERVICES) == workers | others


@pytest.mark.parametrize("queue", QUEUES)
def test_each_queue_has_a_worker_that_takes_from_it_alone(queue):
    assert f"--queues={queue}" in SERVICES[f"worker-{queue}"]["command"]


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_service_may_do_no_more_than_it_needs(name):
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert {"cpus", "memory"} <= set(service["deploy"]["resources"]["limits"])
    assert service["networks"] == ["inside"] or name == "nginx"
    assert "ports" not in service or name == "nginx"
    assert service["restart"] == ("on-failure" if name in ONCE else "always")


@pytest.mark.parametrize("name", sorted(set(SERVICES) - ONCE))
def test_a_service_says_whether_it_is_well(name):
    assert SERVICES[name]["healthcheck"]["test"]


def test_the_broker_refuses_rather_than_forgets_and_the_cache_forgets():
    assert {"noeviction", "--appendonly"} <= set(SERVICES["valkey"]["command"])
    assert "allkeys-lru" in SERVICES["cache"]["command"]


def test_every_setting_that_the_set_up_asks_for_is_explained():
    asked = set(re.findall(r"\$\{([A-Z_]+):\?\}", (ROOT / "docker-compose.yml").read_text()))
    explained = set(re.findall(r"^([A-Z_]+)=", (ROOT / "deploy/env.example").read_text(), re.MULTILINE))
    assert asked <= explained
    assert {"SECRET_KEY", "ALLOWED_HOSTS", "EMAIL_HOST"} <= explained


def test_the_image_holds_every_app_and_runs_without_privileges():
    recipe = (ROOT / "Dockerfile").read_text()
    for folder in (
        "network",
        "practices",
        "training_catalogue",
        "fund",
        "fora",
        "templates",
        "static",
        "locale",
    ):
        assert f"COPY {folder} {folder}" in recipe
    assert re.search(r"^USER portal$", recipe, re.MULTILINE)
    assert "--require-hashes" in recipe
