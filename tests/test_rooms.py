"""No room knows a higher one, also where import-linter cannot look: string foreign keys and templates."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parents[1]
TOP = ("practices", "training_catalogue", "fund", "fora")
PROGRAM = [
    path
    for folder in ("network", *TOP)
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "migrations" not in path.parts
]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
REFERENCE = re.compile(r"""{%\s*(?:include|extends)\s+["']([^"']+)["']""")
TAGS = re.compile(r"{%\s*load\s+([^%]+?)\s*%}")
SHARED = {"base.html", "components", "django"}  # Django's own templates are below all
FORBIDDEN_NAMES = {"utils.py", "helpers.py", "common.py", "misc.py"}
LONGEST_FILE, LONGEST_FUNCTION = 250, 60


def house_of(module: str) -> str:
    """The app at the top, or the Network."""
    return module.split(".", maxsplit=1)[0]


def own_models():
    return [model for model in apps.get_models() if house_of(model.__module__) in ("network", *TOP)]


@pytest.mark.parametrize("model", own_models(), ids=lambda model: model._meta.label)
def test_a_table_refers_only_to_tables_of_its_own_house_or_the_network(model):
    here = house_of(model.__module__)
    for field in model._meta.get_fields():
        if not field.is_relation or field.auto_created or field.related_model is None:
            continue
        there = house_of(field.related_model.__module__)
        assert there not in TOP or there == here, f"{model._meta.label}.{field.name} refers to {there}"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_a_template_uses_only_templates_of_its_own_house_or_the_network(path):
    here = path.relative_to(ROOT / "templates").parts[0]
    text = path.read_text()
    for target in REFERENCE.findall(text):
        there = target.split("/")[0]
        assert there not in TOP or there == here, f"{target} belongs to {there}"
        if here in SHARED:
            assert there in SHARED, f"a shared part must not use {target}"


def test_an_apps_template_tags_are_loaded_by_its_own_templates_alone():
    owners = {
        path.stem: path.relative_to(ROOT).parts[0]
        for path in PROGRAM
        if path.parent.name == "templatetags" and path.relative_to(ROOT).parts[0] in TOP
    }
    for path in TEMPLATES:
        folder = path.relative_to(ROOT / "templates").parts[0]
        here = "training_catalogue" if folder == "training" else folder
        for names in TAGS.findall(path.read_text()):
            foreign = {name for name in names.split() if owners.get(name, here) != here}
            assert not foreign, f"{path} loads {foreign}"


def test_every_file_is_short_enough_to_read():
    too_long = []
    for path in PROGRAM:
        source = path.read_text()
        lines = sum(1 for line in source.splitlines() if line.strip())
        if lines > LONGEST_FILE or path.name in FORBIDDEN_NAMES:
            too_long.append(f"{path.relative_to(ROOT)}: {lines} lines")
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                if length > LONGEST_FUNCTION:
                    too_long.append(f"{path.relative_to(ROOT)}: {node.name}, {length} lines")
    assert not too_long, "make it a package, or two functions"


def test_the_network_names_no_app_above_it_but_where_they_are_joined():
    upward = re.compile(rf"^({'|'.join(TOP)})[.:]\w+$")
    found = []
    for path in PROGRAM:
        room = path.relative_to(ROOT).parts
        if room[0] != "network" or room[1] == "config":
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and upward.match(node.value):
                found.append(f"{path.relative_to(ROOT)}: {node.value}")
    assert not found
