"""Which of the Network's own text is translated.

Names of member states, topics and ICCS sections come in four languages and are people's alone; so are the
names of organizations, which stay in their own.
"""

from django.utils.translation import gettext_lazy as _

from network.l10n.registry import TranslatedKind, register

from ..models import Topic


def register_translations() -> None:
    """Have descriptions of topics translated; staff may write them in every language themselves."""
    register(
        TranslatedKind(
            kind="network.topic",
            model=Topic,
            verbose=_("topic"),
            fields=("description",),
            people_write=True,
        )
    )
