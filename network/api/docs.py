"""The description of the API: OpenAPI for programs, a plain page for people."""

from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.views import SpectacularAPIView

from .base import accepted_language

Schema = SpectacularAPIView


@require_safe
def api_docs(request: HttpRequest) -> HttpResponse:
    """The operations with their parameters and answers, from the same description that programs read."""
    described = _described()
    translation.activate(accepted_language(request))
    return render(request, "network/api.html", described)


@cache
def _described() -> dict[str, Any]:
    """The same for everybody until the program changes."""
    with translation.override("en"):  # the description is in English, like its codes
        schema = SchemaGenerator().get_schema(request=None, public=True)
    return {"operations": list(_operations(schema)), "schemas": _schemas(schema)}


def _operations(schema: dict[str, Any]) -> Any:
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            yield {
                "id": operation["operationId"],
                "method": method.upper(),
                "path": path,
                "summary": operation.get("description", ""),
                "parameters": operation.get("parameters", []),
                "answer": _name(operation["responses"].get("200", {})),
            }


def _schemas(schema: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "description": parts.get("description", ""),
            "fields": [
                {"name": field, "type": _type(shape), "help": shape.get("description", "")}
                for field, shape in parts.get("properties", {}).items()
            ],
        }
        for name, parts in schema["components"]["schemas"].items()
        if "properties" in parts
    ]


def _name(response: dict[str, Any]) -> str:
    content = next(iter(response.get("content", {}).values()), {})
    return _type(content.get("schema", {}))


def _type(shape: dict[str, Any]) -> str:
    """A shape in a word: the name of what it refers to, or its type."""
    if "$ref" in shape:
        return shape["$ref"].rsplit("/", 1)[-1]
    if "items" in shape:
        return f"{_type(shape['items'])}[]"
    for key in ("allOf", "oneOf", "anyOf"):
        if key in shape:
            return " | ".join(_type(option) for option in shape[key])
    kind = shape.get("type", "")
    return " | ".join(kind) if isinstance(kind, list) else kind
