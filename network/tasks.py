"""The Network's work in the outbox. Ids only: the rows are the truth."""

from datetime import timedelta

from network.notifications.registry import PATIENT, Receipt, every, work

from .services.attestations import remind_of_attestations
from .services.letters import TASK, send_letter
from .services.retention import tidy


@work(TASK, **PATIENT)
def send_account_mail(mail: int) -> Receipt:
    """Send a letter about an account."""
    return send_letter(mail_id=mail)


@work("network.remind_of_attestations", lease=timedelta(minutes=10))
def remind() -> None:
    """Remind holders of an office to confirm it once a year."""
    remind_of_attestations()


every(timedelta(hours=12), task="network.remind_of_attestations")


@work("network.tidy", lease=timedelta(minutes=10), in_transaction=False)
def tidy_up() -> None:
    """Throw away what is kept about people beyond its time."""
    tidy()


every(timedelta(days=1), task="network.tidy")
