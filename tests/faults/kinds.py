"""The news whose mails are counted, and the same mail by the plain design that is the control."""

from celery import shared_task
from django.core.mail import send_mail

from network.notifications.kinds import Category, Kind, register

VERB = "tests.fault"


register(
    Kind(
        verb=VERB,
        category=Category.ACCOUNT,
        label="Faults",
        subject="Request %(number)s",
        line="Request %(number)s",
        text="This is the mail that request %(number)s promised.",
        action="Look",
        values=lambda matter: {"number": matter.context["number"]},
        link=lambda about: "/en/",
        may_see=lambda about, user: about.pk == user.pk,
        required=True,
    )
)


@shared_task(name="tests.plain_mail", acks_late=False, reject_on_worker_lost=False)
def plain_mail(address: str, number: int) -> None:
    """What many sites do: a task with the library's own defaults that sends the mail."""
    send_mail(f"Request {number}", "This is the mail.", None, [address])
