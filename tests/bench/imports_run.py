"""What `tests.bench.imports` measures, in a process of its own: prints JSON."""

import json
import statistics
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from typing import Any

import django

django.setup()

from django.core.files.base import ContentFile  # noqa: E402
from django.test import Client  # noqa: E402

from network.choices import Role  # noqa: E402
from network.imports.choices import ImportState  # noqa: E402
from network.imports.models import Import  # noqa: E402
from network.imports.services.looking import read_import  # noqa: E402
from network.imports.services.starting import accept_import, start_import  # noqa: E402
from network.imports.services.taking import take_import  # noqa: E402
from network.models import MemberState, Organization, User  # noqa: E402
from network.services.inspecting.kinds import XLSX  # noqa: E402
from network.services.outgoing import Fetched  # noqa: E402
from network.services.roles import grant_role  # noqa: E402
from tests.imports.sheets import workbook  # noqa: E402
from training_catalogue.models import HarvestSource  # noqa: E402
from training_catalogue.services import way  # noqa: E402
from training_catalogue.services.harvesting.reading import rows_of  # noqa: E402
from training_catalogue.services.harvesting.running import take_in  # noqa: E402

PRACTICES, COURSES, READS = 2000, 10_000, 15
TEXT = "Vecinos, policía y municipio acuerdan cada mes qué hacer, y miran juntos si sirvió. " * 6
DEFAULTS = {"topics": ["youth"], "pillar": "prevention", "level": "introductory", "mode": "blended"}
DEFAULTS |= {"languages": ["es"], "time_zone": "America/Lima"}


def read_list() -> float:
    """How long the list of practices takes, in milliseconds."""
    client, times = Client(SERVER_NAME="localhost"), []
    for _each in range(READS):
        start = time.perf_counter()
        assert client.get("/es/practices/").status_code == 200
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def meanwhile(work: Callable[[], Any]) -> tuple[float, float]:
    """How long the work takes, and the list for a reader in another process meanwhile."""
    reader = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.imports_run", "reader"], stdout=subprocess.PIPE, text=True
    )
    start = time.perf_counter()
    work()
    taken = time.perf_counter() - start
    return taken, float(reader.communicate()[0])


def finish(batch: Import) -> None:
    """All pieces of the work, one after the other."""
    while Import.objects.get(pk=batch.pk).state == ImportState.TAKING:
        take_import(batch=batch.pk)


def questionnaire() -> dict[str, Any]:
    """A workbook of practices with two outcomes each, by a contributor of Guatemala."""
    mark = uuid.uuid4().hex[:8]
    person = User.objects.create_user(f"{mark}@bench.example", full_name="Bench", language="es")
    grant_role(
        user=person,
        role=Role.CONTRIBUTOR,
        state=MemberState.objects.get(pk="GT"),
        reason="Measurement",
        by=None,
    )
    head = ("code", "title", "summary", "topics", "prevention_level", "scale", "started_on", "diagnosis")
    head += ("objectives", "activities", "implementing_bodies", "not_worked", "contact_unit")
    texts = (TEXT, TEXT, TEXT, TEXT, TEXT, "Unidad")
    rows = [
        (f"{mark}-{number}", f"Práctica {number}", TEXT[:500], "youth", "primary", "local", 2019, *texts)
        for number in range(PRACTICES)
    ]
    outcomes = [
        (f"{mark}-{n}", f"Denuncias {x}", "percent", 40, 25.5) for n in range(PRACTICES) for x in "ab"
    ]
    of_outcomes = ("code", "indicator", "unit", "baseline", "result")
    content = workbook({"Practices": [head, *rows], "Outcomes": [of_outcomes, *outcomes]})
    batch = start_import(
        kind="practices.questionnaire",
        owner="state:GT",
        by=person,
        language="es",
        file=ContentFile(content),
        media_type=XLSX,
        name="bench.xlsx",
    )
    before, start = read_list(), time.perf_counter()
    read_import(batch=batch.pk)
    looked = time.perf_counter() - start
    batch.refresh_from_db()
    accept_import(batch=batch, by=person)
    taken, during = meanwhile(lambda: finish(batch))
    return _said(batch, looked, taken, before, during)


def harvest() -> dict[str, Any]:
    """A list of courses with one run each, as a provider's site sends it."""
    mark = uuid.uuid4().hex[:8]
    provider = Organization.objects.create(
        name=f"Bench {mark}", kind="academia", state_id="PE", is_verified=True
    )
    person = User.objects.create_user(f"{mark}@bench.example", full_name="Bench", language="es")
    grant_role(user=person, role=Role.PROVIDER_EDITOR, organization=provider, reason="Measurement", by=None)
    source = HarvestSource.objects.create(
        provider=provider, by=person, address=f"https://{mark}.example/", language="es", defaults=DEFAULTS
    )
    _first(provider, person)
    courses = [_course(mark, number) for number in range(COURSES)]
    body = json.dumps({"@graph": courses}, ensure_ascii=False, separators=(",", ":")).encode()
    answer = Fetched(body, "application/ld+json", "utf-8", "", "")
    before, start = read_list(), time.perf_counter()
    batch = take_in(source, rows_of(source, answer), answer)
    looked = time.perf_counter() - start
    taken, during = meanwhile(lambda: finish(batch))
    found = _said(batch, looked, taken, before, during)
    start = time.perf_counter()
    take_in(source, rows_of(source, answer), answer)
    return found | {"again": time.perf_counter() - start, "bytes": len(body)}


def _first(provider: Organization, person: User) -> None:
    """The provider's first course, published, so that the others are published at once."""
    manager = User.objects.create_user(f"m{provider.pk}@bench.example", full_name="Manager", language="en")
    grant_role(user=manager, role=Role.STAFF_MANAGER, reason="Measurement", by=None)
    values = {name: DEFAULTS[name] for name in ("pillar", "level", "mode", "languages")}
    course = way.start_course(
        provider=provider,
        by=person,
        language="es",
        title_es="Primero",
        summary_es="Primero",
        topics=["youth"],
        link="https://u.example/",
        **values,
    )
    way.approve_course(course=way.submit_course(course=course, by=person), by=manager)


def _course(mark: str, number: int) -> dict[str, Any]:
    run = {
        "startDate": f"2031-{number % 12 + 1:02}-03T09:00",
        "endDate": f"2031-{number % 12 + 1:02}-07T17:00",
    }
    return {
        "@type": "Course",
        "courseCode": f"{mark}-{number}",
        "name": f"Curso de análisis de datos {number}",
        "description": TEXT[:200],
        "url": f"https://u.example/{number}",
        "hasCourseInstance": [{"@type": "CourseInstance", "courseMode": "Onsite", **run}],
    }


def _said(batch: Import, looked: float, taken: float, before: float, during: float) -> dict[str, Any]:
    made = batch.rows.filter(outcome="made").count()
    rows = Import.objects.get(pk=batch.pk).rows_all
    return {
        "rows": rows,
        "made": made,
        "looked": looked,
        "taken": taken,
        "before": before,
        "during": during,
    }


if sys.argv[1:] == ["reader"]:
    print(read_list())
else:
    print(json.dumps({"questionnaire": questionnaire(), "harvest": harvest()}))
