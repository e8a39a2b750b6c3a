"""The Network's work in the outbox. Ids only: the rows are the truth."""

from network.notifications.registry import PATIENT, Receipt, work

from .services.letters import TASK, send_letter


@work(TASK, **PATIENT)
def send_account_mail(mail: int) -> Receipt:
    """Send a letter about an account."""
    return send_letter(mail_id=mail)
