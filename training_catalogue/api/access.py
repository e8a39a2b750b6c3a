"""What every address does by which programs write in the catalogue: who may, and refusals in words."""

from collections.abc import Collection
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404
from rest_framework import exceptions, status
from rest_framework.permissions import IsAuthenticated, IsAuthenticatedOrReadOnly
from rest_framework.request import Request

from network.api import ApiView, ChangedSince

from ..services.errors import (
    NotCompleteError,
    ReasonNeededError,
    StaleCourseError,
    StaleError,
    TrainingError,
)
from .application_serializers import StepSerializer

OWN = "/api/v1/training/own"


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

    def step(self, request: Request, verbs: Collection[str]) -> tuple[str, str]:
        """The step to take, one of these, and the words for it."""
        sent = StepSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        verb = sent.validated_data["verb"]
        if verb not in verbs:
            raise exceptions.ValidationError({"verb": [", ".join(verbs)]})
        return verb, sent.validated_data.get("comment", "")
