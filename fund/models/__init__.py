"""Tables of the Voluntary Fund: what was said and signed, drafts, and the ledger."""

from .accounts import Account, AccountBalance, AccountTurnover, Snapshot
from .banking import BankFile, BankLine
from .drafts import Attachment, DraftEntry, DraftStep
from .entries import Entry, LedgerHead, Leg
from .giving import Agreement, Donor, Earmark, Pledge
from .projects import Project
from .reference import Currency, Fund, Period
from .sent import SentForm

__all__ = [
    "Account",
    "AccountBalance",
    "AccountTurnover",
    "Agreement",
    "Attachment",
    "BankFile",
    "BankLine",
    "Currency",
    "Donor",
    "DraftEntry",
    "DraftStep",
    "Earmark",
    "Entry",
    "Fund",
    "LedgerHead",
    "Leg",
    "Period",
    "Pledge",
    "Project",
    "SentForm",
    "Snapshot",
]
