"""What every address of the API does: language of the answer, chosen fields, ETag and 304."""

from typing import Any

from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework.exceptions import AuthenticationFailed, ValidationError
from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ..choices import Language
from ..ui.sharing import mark
from .throttles import Throttle, count_refused, say_use
from .tokens import check_scope
from .writing import RecordSerializer, writers

LANG = OpenApiParameter(
    "lang",
    OpenApiTypes.STR,
    enum=list(Language.values),
    description="Language of the answer; without it, Accept-Language decides. Texts that are not translated "
    "come as they were written, with their language.",
)
FIELDS = OpenApiParameter(
    "fields",
    OpenApiTypes.STR,
    description="Names of the fields wanted, separated by commas; the others are left out.",
)


@method_decorator(conditional_page, name="dispatch")
class ApiView(APIView):
    """Answers in the language asked for, says so, and spares readers what they have already."""

    throttle_classes = (Throttle,)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Choose the language before anything is written."""
        wanted = request.query_params.get("lang")
        if wanted is not None and wanted not in Language.values:
            raise ValidationError({"lang": _("Choose one of en, es, fr and pt.")})
        translation.activate(wanted or accepted_language(request))
        super().initial(request, *args, **kwargs)
        check_scope(request)

    def perform_authentication(self, request: Request) -> None:
        """Who tries tokens that are none is stopped after a while."""
        try:
            super().perform_authentication(request)
        except AuthenticationFailed:
            count_refused(request)
            raise

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Response:
        """Say the language, and that caches must tell languages apart."""
        response = super().finalize_response(request, response, *args, **kwargs)
        response.headers["Content-Language"] = translation.get_language()
        patch_vary_headers(response, ("Accept-Language", "Authorization"))
        if request.method in SAFE_METHODS:
            mark(request, response)
        say_use(request, response)
        return response


def accepted_language(request: Request) -> str:
    """The best of the four by Accept-Language; English when none is acceptable."""
    header = request.META.get("HTTP_ACCEPT_LANGUAGE", "")
    for code, _quality in translation.trans_real.parse_accept_lang_header(header):
        if code[:2] in Language.values:
            return code[:2]
    return Language.EN


def wanted_fields(request: Request, serializer: type[RecordSerializer]) -> set[str] | None:
    """Names in `?fields=`; None means all. Raises ValidationError for names that there are not."""
    names = {name.strip() for name in request.query_params.get("fields", "").split(",") if name.strip()}
    if not names:
        return None
    if unknown := names - dict(writers(serializer)).keys():
        raise ValidationError({"fields": _("Unknown: %(names)s.") % {"names": ", ".join(sorted(unknown))}})
    return names
