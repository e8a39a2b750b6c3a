"""What the harness asks of the portal: a request that promises a mail, by either design."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from network.config.urls import urlpatterns as of_the_portal
from network.models import User
from network.notifications.services import notify

from .kinds import VERB, plain_mail


@csrf_exempt
def promise(request: HttpRequest, number: int) -> HttpResponse:
    """Acknowledged with 201 means promised."""
    with transaction.atomic():
        person = User.objects.get(email=f"reader{number % 50}@example.org")
        notify(VERB, about=person, to=[person], number=number)
    return HttpResponse(status=201)


@csrf_exempt
def promise_plainly(request: HttpRequest, number: int) -> HttpResponse:
    """The control: delay() after the commit; an error of the broker is an error of the request."""
    with transaction.atomic():
        person = User.objects.get(email=f"reader{number % 50}@example.org")
        person.save(update_fields=["full_name"])
        transaction.on_commit(
            lambda: plain_mail.apply_async((person.email, number), queue="mail", retry=False)
        )
    return HttpResponse(status=201)


urlpatterns = [
    path("promise/<int:number>", promise),
    path("plain/<int:number>", promise_plainly),
    *of_the_portal,
]
