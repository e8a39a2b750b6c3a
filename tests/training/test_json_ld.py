"""What schema.org and the guides for Course lists ask for, on every course of the demonstration."""

import json
import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client

from training_catalogue.models import Course
from training_catalogue.services.demonstration import load_demonstration_courses

pytestmark = pytest.mark.django_db
LANGUAGES = ("en", "es", "fr", "pt")
DURATION = re.compile(r"PT\d+H")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
MODES = {"Onsite", "Online", "Blended"}
CATEGORIES = {"Free", "Partially Free", "Subscription", "Paid"}
FREQUENCIES = {"Daily", "Weekly", "Monthly", "Yearly"}
REQUIRED = {"name", "description", "provider", "offers", "hasCourseInstance"}
RECOMMENDED = {
    "about": lambda course: course.topics.exists(),
    "availableLanguage": lambda course: course.languages,
    "coursePrerequisites": lambda course: course.original("requirements"),
    "educationalCredentialAwarded": lambda course: course.certificate not in ("", "none"),
    "educationalLevel": lambda course: course.level,
    "financialAidEligible": lambda course: course.has_grants,
    "inLanguage": lambda course: True,
    "teaches": lambda course: course.original("outcomes"),
    "datePublished": lambda course: True,
    "publisher": lambda course: True,
}
"""Field, and whether the record has it. What nobody enters (image, rating, syllabus) is not said."""


def ld(client: Client, path: str) -> Any:
    """The data block of a page."""
    block = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', client.get(path).content.decode(), re.DOTALL
    )
    assert block, path
    return json.loads(block[1])


@pytest.fixture
def examples(settings: Any) -> list[Course]:
    """Sixteen courses in four languages."""
    settings.DEMO = True
    load_demonstration_courses()
    return list(Course.objects.order_by("pk"))


def test_every_course_says_what_is_required_and_all_that_is_known_of_what_is_recommended(
    client: Client, examples: list[Course]
) -> None:
    for number, course in enumerate(examples):
        data = ld(client, f"/{LANGUAGES[number % 4]}/training/courses/{course.identifier}/")
        assert (data["@context"], data["@type"]) == ("https://schema.org", "Course")
        assert data.keys() >= REQUIRED, course
        assert data["name"]
        assert len(data["description"]) >= 10
        assert data["provider"]["@type"] == data["publisher"]["@type"] == "Organization"
        assert data["provider"]["name"] == course.provider.name
        given = {name for name, known in RECOMMENDED.items() if known(course)}
        assert given == data.keys() & RECOMMENDED.keys(), course
        assert DAY.fullmatch(data["datePublished"])
        for offer in data["offers"]:
            _check_offer(offer, course)
        for instance in data["hasCourseInstance"]:
            _check_instance(instance)
    for language in LANGUAGES:
        _check_list(client, language)


def _check_offer(offer: dict[str, Any], course: Course) -> None:
    assert offer["@type"] == "Offer"
    assert offer["category"] in CATEGORIES
    if course.costs_nothing:
        assert offer["category"] == "Free"
    elif course.fee_amount:
        assert float(offer["price"]) == float(course.fee_amount)
        assert re.fullmatch(r"[A-Z]{3}", offer["priceCurrency"])


def _check_instance(instance: dict[str, Any]) -> None:
    assert instance["@type"] == "CourseInstance"
    assert instance["courseMode"] in MODES
    assert "courseSchedule" in instance or "courseWorkload" in instance, instance
    if "courseWorkload" in instance:
        assert DURATION.fullmatch(instance["courseWorkload"])
    if schedule := instance.get("courseSchedule"):
        assert schedule["@type"] == "Schedule"
        assert schedule["repeatFrequency"] in FREQUENCIES
        assert schedule["repeatCount"] > 0
        assert DURATION.fullmatch(schedule["duration"])
    for name in ("startDate", "endDate"):
        assert name not in instance or MOMENT.fullmatch(instance[name])
    if "location" in instance:
        assert instance["location"]["@type"] == "Place"
        assert instance["location"]["name"]
        assert instance["location"]["address"]


def _check_list(client: Client, language: str) -> None:
    """A summary page with a page for each item, which says the same address; at least three, in order."""
    data = ld(client, f"/{language}/training/courses/")
    assert (data["@context"], data["@type"]) == ("https://schema.org", "ItemList")
    items = data["itemListElement"]
    assert len(items) >= 3
    assert [item["position"] for item in items] == list(range(1, len(items) + 1))
    assert {item["@type"] for item in items} == {"ListItem"}
    assert len({item["url"] for item in items}) == len(items)
    for item in items[:3]:
        page = ld(client, urlsplit(item["url"]).path)
        assert page["@type"] == "Course"
        assert page["url"] == item["url"]
