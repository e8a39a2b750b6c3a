"""What `tests.bench.imports` measures, in a process of its own: prints JSON."""

import json
import select
import statistics
import subprocess
import sys
import time
import uuid
from collections import Counter
from collections.abc import Callable
from subprocess import PIPE
from typing import Any

import django

django.setup()

from django.core.files.base import ContentFile  # noqa: E402
from django.db import connection  # noqa: E402
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

PRACTICES, COURSES, READS = 2000, 10_000, 40
PAUSE = 0.1  # seconds between two readings
TEXT = "Vecinos, policía y municipio acuerdan cada mes qué hacer, y miran juntos si sirvió. " * 6
DEFAULTS = {"topics": ["youth"], "pillar": "prevention", "level": "introductory", "mode": "blended"}
DEFAULTS |= {"languages": ["es"], "time_zone": "America/Lima"}


def read_list(most: int, *, until_told: bool = False) -> list[float]:
    """Milliseconds of so many readings of the list of practices, or until standard input speaks."""
    client, times = Client(SERVER_NAME="localhost"), []
    while len(times) < most and not (until_told and select.select([sys.stdin], [], [], 0)[0]):
        start = time.perf_counter()
        assert client.get("/es/practices/").status_code == 200
        times.append((time.perf_counter() - start) * 1000)
        time.sleep(PAUSE)
    return times


def beside_a_reader(work: Callable[[], Any]) -> dict[str, float]:
    """Do the work; how long the list takes for another process, before and after, and meanwhile."""
    command = [sys.executable, "-m", "tests.bench.imports_run", "reader"]
    with subprocess.Popen(command, stdin=PIPE, stdout=PIPE, text=True) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "ready\n"
        work()
        said, _nothing = reader.communicate("enough\n")
    return json.loads(said)


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
    return _of(batch, _measured(lambda: read_import(batch=batch.pk), lambda: _accepted(batch, person)))


def _accepted(batch: Import, by: User) -> None:
    batch.refresh_from_db()
    accept_import(batch=batch, by=by)
    finish(batch)


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

    def read() -> Import:
        return take_in(source, rows_of(source, answer), answer)

    found: list[Import] = []
    runs = [_measured(lambda: found.append(read()), lambda: finish(found[-1])) for _twice in range(2)]
    first, again = (_of(batch, run) for batch, run in zip(found, runs, strict=True))
    return {"harvest": first, "again": again}


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


def _measured(look: Callable[[], Any], take: Callable[[], Any]) -> dict[str, float]:
    """Both steps, with a reader beside them; statements are of the second."""
    asked, times = Counter[str](), [0.0, 0.0]

    def count(execute: Any, sql: str, *rest: Any) -> Any:
        asked[" ".join(sql.split()[:4])] += 1
        return execute(sql, *rest)

    def both() -> None:
        start = time.perf_counter()
        look()
        times[0] = time.perf_counter() - start
        with connection.execute_wrapper(count):
            take()
        times[1] = time.perf_counter() - start - times[0]

    read = beside_a_reader(both)
    return read | {"looked": times[0], "taken": times[1], "asked": asked.total()}


def _of(batch: Import, run: dict[str, float]) -> dict[str, float]:
    """The figures with how many rows there were and how many records came of them."""
    made = batch.rows.filter(outcome="made").count()
    rows = Import.objects.get(pk=batch.pk).rows_all
    return run | {"rows": rows, "made": made, "statements": run["asked"] / max(made, 1)}


if sys.argv[1:] == ["reader"]:
    read_list(3)
    alone = read_list(READS)
    print("ready", flush=True)
    during = read_list(1_000_000, until_told=True)
    alone += read_list(READS)
    print(json.dumps({"before": statistics.median(alone), "during": statistics.median(during)}))
else:
    print(json.dumps({"questionnaire": questionnaire(), **harvest()}))
