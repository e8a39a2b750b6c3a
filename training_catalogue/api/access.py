"""What every address does by which programs write in the catalogue: who may, and refusals in words."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404
from rest_framework import exceptions, status
from rest_framework.permissions import IsAuthenticated, IsAuthenticatedOrReadOnly

from network.api import ApiView, ChangedSince

from ..services.errors import (
    NotCompleteError,
    ReasonNeededError,
    StaleCourseError,
    StaleError,
    TrainingError,
)


class NotNowError(exceptions.APIException):
    """It cannot be done now: somebody was first, or it is too late."""

    status_code = status.HTTP_409_CONFLICT
    default_code = "not_now"


class WritingView(ApiView):
    """Refusals of the services as problems; what one may not write does not exist."""

    permission_classes: Any = (IsAuthenticatedOrReadOnly,)

    def handle_exception(self, exc: Exception) -> Any:
        """What the services say, as problems."""
        if isinstance(exc, PermissionDenied | models.ObjectDoesNotExist):
            exc = Http404()
        elif isinstance(exc, NotCompleteError):
            exc = exceptions.ValidationError({name: [str(exc)] for name in exc.missing})
        elif isinstance(exc, ReasonNeededError):
            exc = exceptions.ValidationError({"comment": [str(exc)]})
        elif isinstance(exc, StaleError | StaleCourseError):
            exc = ChangedSince(str(exc))
        elif isinstance(exc, TrainingError):
            exc = NotNowError(str(exc))
        return super().handle_exception(exc)


class OwnView(WritingView):
    """For who has signed in, reading too."""

    permission_classes = (IsAuthenticated,)
