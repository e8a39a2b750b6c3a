"""The floor's one page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path


def rows(request: HttpRequest) -> HttpResponse:
    """The newest 25 rows: one query by an index."""
    from .models import Row  # the application is loaded by now

    return render(request, "floor.html", {"rows": Row.objects.order_by("-published_at")[:25]})


urlpatterns = [path("", rows)]
