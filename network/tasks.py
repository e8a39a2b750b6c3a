"""The Network's work in the outbox. Ids only: the rows are the truth."""

from datetime import timedelta

from network.notifications.registry import work

from .services.letters import TASK, send_letter


@work(TASK, lease=timedelta(seconds=120), in_transaction=False)
def send_account_mail(mail: int) -> None:
    """Send a letter about an account."""
    send_letter(mail_id=mail)
