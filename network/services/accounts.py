"""How django-allauth makes and greets accounts here."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedAccountAdapter(DefaultAccountAdapter):
    """Accounts are made by invitation or by staff; nobody signs up alone."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Registration with the approval of staff comes by its own form."""
        return False
