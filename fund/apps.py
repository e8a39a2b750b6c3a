"""Voluntary Fund: registration with Django and with the Network's registries."""

from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FundConfig(AppConfig):
    """A double-entry ledger that anyone can verify."""

    name = "fund"
    label = "fund"
    verbose_name = _("Voluntary Fund")

    def ready(self) -> None:
        """Make our news known; imported here because models are not loaded earlier."""
        from network.ui import navigation, slots

        from . import tasks  # noqa: F401 - registers the nightly check
        from .services.news import register_news
        from .views.desk.waiting import waiting_at_the_fund
        from .views.slots import register_slots

        register_news()
        register_slots()
        slots.register(
            "me.waiting", template="fund/slots/waiting.html", context=waiting_at_the_fund, order=30
        )
        navigation.register(
            navigation.NavItem(
                _("Desk of the Fund"), "fund:desk", navigation.PERSON, order=38, shown=_works_at_the_desk
            )
        )
        navigation.register(navigation.NavItem(_("Fund"), "fund:overview", navigation.MAIN, order=40))
        navigation.register(
            navigation.NavItem(
                _("Statements of the Fund"),
                "fund:statements",
                navigation.PERSON,
                order=40,
                shown=_reads_statements,
            )
        )
        navigation.register(
            navigation.NavItem(
                _("Export for auditors"), "fund:audit", navigation.PERSON, order=41, shown=_audits
            )
        )


def _works_at_the_desk(user: Any) -> bool:
    import rules  # late: as this module's other imports

    return rules.test_rule("fund.desk", user)


def _reads_statements(user: Any) -> bool:
    """By the grants alone: whose focal points and contacts they are is asked on the page."""
    from network.choices import Role

    readers = (Role.FUND_OFFICER, Role.FUND_APPROVER, Role.AUDITOR, Role.DONOR_CONTACT)
    return user.is_authenticated and user.has_role(*readers)


def _audits(user: Any) -> bool:
    from network.choices import Role

    return user.is_authenticated and user.has_role(Role.AUDITOR)
