"""Who may do what with the ledger. What is posted is public; the desk is not."""

import rules

from network.choices import Role
from network.models import User

from .models import Donor, DraftEntry


@rules.predicate
def is_fund_officer(user: User) -> bool:
    """Records pledges and agreements, prepares entries."""
    return user.is_authenticated and user.has_role(Role.FUND_OFFICER)


@rules.predicate
def is_fund_approver(user: User) -> bool:
    """Approves or returns what others prepared; closes periods."""
    return user.is_authenticated and user.has_role(Role.FUND_APPROVER)


@rules.predicate
def is_auditor(user: User) -> bool:
    """Reads all of the ledger and exports it."""
    return user.is_authenticated and user.has_role(Role.AUDITOR)


@rules.predicate
def is_preparer(user: User, draft: DraftEntry) -> bool:
    """Prepared this very draft."""
    return user.pk == draft.prepared_by_id


def can_prepare(user: User) -> bool:
    """Fund officers draft."""
    return is_fund_officer(user)


def can_change(user: User, draft: DraftEntry) -> bool:
    """A draft is its preparer's to change, submit, take back and withdraw, while still a fund officer."""
    return is_fund_officer(user) and is_preparer(user, draft)


def can_decide(user: User, draft: DraftEntry) -> bool:
    """A fund approver who did not prepare it; the database holds the second half too."""
    return is_fund_approver(user) and not is_preparer(user, draft)


def can_read_statement(user: User, donor: Donor) -> bool:
    """The donor's contacts, the focal points of a giving state, and the desk."""
    return Donor.objects.with_statement_for(user).filter(pk=donor.pk).exists()


rules.add_rule("fund.desk", is_fund_officer | is_fund_approver | is_auditor)
rules.add_rule("fund.prepare", is_fund_officer)
rules.add_rule("fund.approve", is_fund_approver)
rules.add_rule("fund.audit", is_auditor)
rules.add_rule("fund.export", is_auditor | is_fund_officer | is_fund_approver)
