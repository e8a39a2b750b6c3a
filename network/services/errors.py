"""What can stop a person at the door; each error carries words for the person."""

from django.utils.translation import gettext_lazy as _


class InvitationError(Exception):
    """An invitation that cannot be accepted: unknown, used, late, withdrawn, or its giver may no more."""

    message = _("This invitation is not valid: it has been used or withdrawn, or its time is over.")


class OtherAddressError(InvitationError):
    """The person signed in has another address than the invitation."""

    message = _("This invitation is for another address than the one that you are signed in with.")


class SignInFirstError(InvitationError):
    """The invitation's address has an account: its holder signs in to accept."""

    message = _("This address has an account already. Sign in with it to accept the invitation.")


class NotOpenError(Exception):
    """Someone else has decided first, or the time is over."""

    message = _("Someone has decided on this already. Nothing of yours was applied.")
