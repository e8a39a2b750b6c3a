"""Pages are drawn as in production, but that the page's own context is kept for `answer.context`.

Django's test environment keeps a copy of the context of every template that a page is put together from: here
about a hundred.
"""

import threading
from typing import Any

import pytest
from django.template import Context, Template
from django.test.utils import instrumented_test_render

_drawing = threading.local()


def _draw(self: Template, context: Context) -> Any:
    """The outermost template tells the test client of its context; what it includes does not."""
    if getattr(_drawing, "is_inside", False):
        return self.nodelist.render(context)
    _drawing.is_inside = True
    try:
        return instrumented_test_render(self, context)
    finally:
        _drawing.is_inside = False


@pytest.fixture(autouse=True, scope="session")
def _contexts_of_pages_alone(django_test_environment: None) -> Any:
    """For the whole run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Template, "_render", _draw)
        yield
