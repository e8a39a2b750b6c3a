"""What can stand in the way of a change to the ledger, in words for people.

The database refuses with a code of class FL or the name of a constraint; `refusals` turns it into these.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError
from django.utils.translation import gettext_lazy as _


class LedgerError(Exception):
    """A change that the ledger refuses; `str()` is a sentence for the person."""

    message = _("The ledger refuses this entry.")

    def __str__(self) -> str:
        return str(self.message)


class UnbalancedError(LedgerError):
    """Legs missing, not summing to zero per currency, or on accounts that are not there."""

    message = _("Debits and credits of this entry do not balance.")


class MixedError(LedgerError):
    """Money and memorandum in one entry."""

    message = _("Money and contributions in kind cannot be in one entry.")


class NotExactError(LedgerError):
    """A reversal that is not the exact negation, or that reverses a reversal."""

    message = _("A reversal negates an entry exactly, and a reversal cannot be reversed.")


class BrokenChainError(LedgerError):
    """The chain does not hold: nothing can be posted until it is looked into."""

    message = _("The chain of the ledger does not hold here. Tell the auditor.")


class NotWaitingError(LedgerError):
    """The draft does not wait for approval: decided on already, taken back, or never submitted."""

    message = _("This draft is not waiting for approval any more. Nothing of yours was applied.")


class NotEditableError(LedgerError):
    """The draft is submitted, posted or withdrawn."""

    message = _("This draft cannot be changed any more, or not now. Nothing of yours was applied.")


class NoEvidenceError(LedgerError):
    """The portal is set to ask for a file with each draft, and there is none."""

    message = _("Attach the document that shows this first: the portal asks for one with each draft.")


class ChangedError(LedgerError):
    """The draft differs from what the person read."""

    message = _("This draft was changed after you opened it. Read it again, then decide.")


class FourEyesError(LedgerError):
    """The approver prepared the draft."""

    message = _("Nobody approves a draft of their own: a second person does.")


class NoOpenPeriodError(LedgerError):
    """No open period takes an entry of this date."""

    message = _("No period is open for this date.")


class FutureError(LedgerError):
    """The event has not happened yet."""

    message = _("The date lies in the future.")


class PeriodError(LedgerError):
    """A period cannot be opened, closed or certified so."""

    message = _(
        "This period cannot be changed so: earlier periods close first, and a closed one stays closed."
    )


class OtherRequestError(LedgerError):
    """The key of the form came before with another content."""

    message = _("This form was sent before with other content. Open a new one.")


class OverdrawnError(LedgerError):
    """An account would hold less than it may."""

    message = _("There is not enough on the account for this. Nothing was posted.")


class AlreadyReversedError(LedgerError):
    """Somebody reversed the entry first."""

    message = _("This entry has been reversed already.")


class KeptError(LedgerError):
    """An attempt to change or remove what is posted."""

    message = _("What is posted is never changed. Post a reversal instead.")


BY_CODE: dict[str, type[LedgerError]] = {
    "FL001": UnbalancedError,
    "FL002": UnbalancedError,
    "FL003": UnbalancedError,
    "FL004": MixedError,
    "FL005": BrokenChainError,
    "FL006": BrokenChainError,
    "FL007": NotExactError,
    "FL010": NotWaitingError,
    "FL011": ChangedError,
    "FL012": FourEyesError,
    "FL020": NoOpenPeriodError,
    "FL021": FutureError,
    "FL022": PeriodError,
    "FL030": OtherRequestError,
    "FL900": KeptError,
}
BY_CONSTRAINT: dict[str, type[LedgerError]] = {
    "fund_balance_floor": OverdrawnError,
    "fund_balance_ceiling": OverdrawnError,
    "fund_entry_four_eyes": FourEyesError,
    "fund_draft_four_eyes": FourEyesError,
    "fund_entry_reverses_id_key": AlreadyReversedError,
    "fund_entry_idempotency_key_key": OtherRequestError,
    "fund_draftentry_idempotency_key_key": OtherRequestError,
    "fund_period_no_overlap": PeriodError,
    "fund_period_certified_when_closed": PeriodError,
    "fund_leg_amount": UnbalancedError,
}


@contextmanager
def refusals() -> Iterator[None]:
    """Turn what the database refuses into LedgerErrors; other errors of the database pass."""
    try:
        yield
    except DatabaseError as error:
        known = _known(error)
        if known is None:
            raise
        raise known from error


def _known(error: DatabaseError) -> LedgerError | None:
    cause = error.__cause__
    code = getattr(cause, "sqlstate", None) or ""
    constraint = getattr(getattr(cause, "diag", None), "constraint_name", None) or ""
    kind = BY_CODE.get(code) or BY_CONSTRAINT.get(constraint)
    return kind() if kind else None
