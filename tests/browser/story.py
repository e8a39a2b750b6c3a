"""A full practice of Guatemala, section by section, and hands that write it into the form."""

from pathlib import Path

from playwright.sync_api import Page

from .conftest import follow

TITLE = "Escuelas abiertas por la convivencia"

FULL: dict[str, dict[str, str | list[str]]] = {
    "identity": {
        "title": TITLE,
        "summary": "Las escuelas abren los sábados con mediadores jóvenes y talleres para las familias.",
        "organization_name": "Unidad para la Prevención Comunitaria de la Violencia",
        "topics": ["youth", "education"],
        "prevention_level": "secondary",
        "population_reach": "selective",
        "approaches": ["social", "education"],
        "iccs_sections": ["02"],
        "scale": "subnational",
        "places": "Villa Nueva y Mixco",
        "started_on_year": "2022",
        "is_ongoing": "on",
    },
    "problem": {
        "diagnosis": "En 2021 la tercera parte de los estudiantes dijo haber visto una riña en la escuela.",
        "risk_factors": "Calles sin iluminación y tardes sin actividades.",
        "protective_factors": "Maestras con arraigo en el barrio.",
        "population_description": "Adolescentes de secundaria y sus familias.",
        "age_from": "12",
        "age_until": "18",
        "gender_focus": "all",
        "reached_from": "1800",
        "reached_until": "2400",
        "reach_basis": "per_year",
    },
    "action": {
        "objectives": "Que la escuela sea un lugar de encuentro y no de riñas.",
        "activities": "Talleres cada sábado; mediación entre pares; visitas a las familias.",
        "participation": "El consejo comunitario elige los talleres.",
        "building_blocks-0-name": "Mediadores jóvenes",
        "building_blocks-0-description": "Estudiantes formados durante cuarenta horas.",
        "building_blocks-0-learned": "El acompañamiento de un adulto es necesario el primer año.",
    },
    "means": {
        "implementing_bodies": "La Unidad coordina; el Ministerio de Educación abre las escuelas.",
        "partners-0-name": "Asociación de Padres de Villa Nueva",
        "partners-0-sector": "civil_society",
        "cost_amount": "412500,50",
        "cost_currency": "GTQ",
        "cost_from_year": "2022",
        "cost_until_year": "2023",
        "funding_sources": "Presupuesto nacional.",
        "staff": "Doce personas.",
    },
    "results": {
        "outcomes-0-indicator": "Riñas registradas dentro de la escuela",
        "outcomes-0-unit": "percent",
        "outcomes-0-baseline": "34,5",
        "outcomes-0-result": "21",
        "outcomes-0-measured_from_year": "2022",
        "outcomes-0-measured_until_year": "2024",
        "outcomes-0-finding": "Menos riñas donde hubo mediadores los dos años.",
        "outcomes-0-source": "Registro del Ministerio de Educación",
        "evaluations-0-design": "before_after",
        "evaluations-0-evaluator": "Universidad de San Carlos",
        "evaluations-0-is_independent": "on",
        "evaluations-0-year": "2024",
        "evaluations-0-finding": "El efecto se mantiene al segundo año.",
    },
    "lessons": {
        "not_worked": "Los talleres entre semana quedaron vacíos.",
        "transfer_conditions": "Un acuerdo firmado con el Ministerio de Educación.",
        "adoption_effort": "medium",
        "offers_assistance": "yes",
    },
    "consent": {
        "contact_unit": "Unidad para la Prevención Comunitaria de la Violencia",
        "contact_email": "prevencion@gob.example",
        "licence": "cc_by_4",
        "consents_to_publish": "on",
    },
}


def write(page: Page, values: dict[str, str | list[str]]) -> None:
    """Type, choose and tick what a section asks for, as a person would."""
    form = page.locator("form[data-autosave]")
    for name, value in values.items():
        control = form.locator(f"[name='{name}']")
        kind = control.first.evaluate("node => node.type || node.tagName.toLowerCase()")
        if kind in ("checkbox", "radio"):
            for each in [value] if isinstance(value, str) else value:
                box = control.first if each == "on" else form.locator(f"[name='{name}'][value='{each}']")
                box.check()
        elif kind == "select-one":
            control.select_option(str(value))
        else:
            control.fill(str(value))


def go_on(page: Page) -> None:
    """Save the section and open the next one."""
    follow(page.locator("form[data-autosave] button[name=_next]"))


def begin(page: Page) -> str:
    """Start a full record in Spanish; returns the address of the draft."""
    page.goto("/es/practices/new/")
    page.locator("[name=source_language][value=es]").check()
    page.locator("[name=depth][value=full]").check()
    follow(page.locator("main form button").last)
    return page.url.removesuffix("identity/")


def attach(page: Page, file: Path) -> None:
    """Attach a file in section 7, where the page is."""
    page.locator("[name=upload-file]").set_input_files(file)
    page.locator("[name=upload-title]").fill("Informe de evaluación 2024")
    page.locator("form[enctype] button:not([type=button])").last.click()
    fault = page.locator("main .error")
    page.get_by_text(file.name).or_(fault).first.wait_for()
    assert not fault.count(), fault.all_inner_texts()


def small_pdf(folder: Path) -> Path:
    """A real PDF of one page."""
    import pikepdf  # a heavy import that only these tests need

    path = folder / "informe-2024.pdf"
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(200, 200))
        document.save(path)
    return path
