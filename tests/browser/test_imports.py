"""A table is handed in, looked at and taken over, on a phone and at a desk."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from network.choices import OrganizationKind
from network.imports.models import Import
from network.imports.services.looking import read_import
from network.imports.services.taking import take_import
from tests.factories import CourseFactory, OrganizationFactory
from tests.imports.sheets import workbook
from tests.imports.test_courses import HEAD, ROW, RUN, RUNS
from tests.training.conftest import make_editor
from training_catalogue.models import HarvestSource
from training_catalogue.services.harvesting.running import note_fault

from .conftest import check_axe, check_no_overflow, follow, picture

pytestmark = pytest.mark.django_db(transaction=True)


def look(page: Page, name: str) -> None:
    """No fault of accessibility, nothing beside the page; a picture to be looked at."""
    check_axe(page)
    check_no_overflow(page)
    picture(page, name)


def test_a_table_is_handed_in_looked_at_and_taken_over(
    open_browser: Callable[..., Page],
    signed_in: Callable[[Page, Any], None],
    tmp_path: Any,
    faults: list[str],
) -> None:
    university = OrganizationFactory(
        name="Universidad del Sur", kind=OrganizationKind.ACADEMIA, state_id="CL"
    )
    CourseFactory(provider=university, state="published")
    bad = ("A-2", "Mediación", "Un taller.", "nada", "", *ROW[5:8], "no address", 20, "sí")
    file = tmp_path / "cursos.xlsx"
    file.write_bytes(workbook({"Cursos": [HEAD, ROW, bad], "Sesiones": [RUNS, RUN]}))
    page = open_browser("phone")
    signed_in(page, make_editor(university))
    page.goto("/es/imports/training.courses/new/", timeout=30_000)  # the first page of a new process
    look(page, "import-new-es-phone")
    page.set_input_files("#id_file", str(file))
    follow(page.locator("main form button"))
    batch = Import.objects.get()
    look(page, "import-waits-es-phone")
    read_import(batch=batch.pk)
    expect(page.get_by_text("Se puede incorporar 1 fila")).to_be_visible(timeout=20_000)
    look(page, "import-rows-es-phone")
    follow(page.get_by_role("button", name="Incorporar 1 fila"))

    desk = open_browser("wide")
    signed_in(desk, batch.by)
    desk.goto(f"/fr/imports/{batch.uuid}/")
    look(desk, "import-runs-fr-desk")
    take_import(batch=batch.pk)
    expect(desk.get_by_text("Reprise", exact=True)).to_be_visible(timeout=15_000)
    look(desk, "import-done-fr-desk")
    desk.goto("/pt/imports/")
    look(desk, "import-list-pt-desk")

    source = HarvestSource.objects.create(
        provider=university, address="https://u.example/cursos", language="es", by=batch.by
    )
    note_fault(source, "page")
    desk.goto(f"/en{source.get_absolute_url()[3:]}")
    look(desk, "source-en-desk")
    page.goto("/es/training/desk/sources/new/")
    look(page, "source-new-es-phone")
    assert faults == []
