"""The money of one project."""

from typing import Any

from ...choices import AccountRole, EntryKind
from ...models import AccountTurnover, Project
from .figures import figure, net


def money_of(project: Project) -> list[dict[str, Any]]:
    """Per currency: allocated, paid out in advance, spent, still set aside; in smallest units."""
    rows = AccountTurnover.objects.filter(account__project=project).exclude(account__kind="memorandum")
    found = rows.by("account__currency", "account__currency__exponent", "account__role", "kind")
    lines = []
    for code in sorted({row["account__currency"] for row in found}):
        own = [row for row in found if row["account__currency"] == code]
        allocating = [row for row in own if row["kind"] in (EntryKind.ALLOCATION, EntryKind.RELEASE)]
        lines.append(
            {
                "currency": code,
                "exponent": own[0]["account__currency__exponent"],
                "allocated": net(allocating, AccountRole.SET_ASIDE),
                "advanced": net(own, AccountRole.ADVANCE),
                "spent": net(own, AccountRole.EXPENDITURE),
                "used": figure("of_projects", own),
                "left": net(own, AccountRole.SET_ASIDE),
            }
        )
    return lines
