"""What can stand in the way of a change to an adaptation; each says what to do next."""

from django.utils.translation import gettext as _

from network.ui import numbers

from ...models import Adaptation, AdaptationStep
from ..errors import PracticeError


class AdaptationMovedError(PracticeError):
    """Somebody moved the adaptation first; `step` says who, when and to what."""

    def __init__(self, adaptation: Adaptation | None, step: AdaptationStep | None = None) -> None:
        self.adaptation, self.step = adaptation, step
        if adaptation is None:
            message = _("This adaptation was thrown away in the meantime.")
        elif step is None:
            message = _("This adaptation is now “%(state)s”; the step cannot be taken from there.") % {
                "state": adaptation.get_state_display()
            }
        else:
            message = _(
                "%(name)s has moved this adaptation on, on %(moment)s; it is now “%(state)s”. Nothing of"
                " yours was applied."
            ) % {
                "name": step.by,
                "moment": numbers.moment(step.at),
                "state": adaptation.get_state_display(),
            }
        super().__init__(message)


class AdaptationStaleError(PracticeError):
    """Somebody saved the adaptation since the form was opened; what was typed stays in the form."""

    def __init__(self, adaptation: Adaptation) -> None:
        super().__init__(
            _(
                "%(name)s saved this adaptation on %(moment)s, after you opened it. What you typed is still"
                " here: compare both, then save again."
            )
            % {"name": adaptation.changed_by, "moment": numbers.moment(adaptation.changed_at)}
        )


class OwnPracticeError(PracticeError):
    """The practice's own state adapts nothing of its own, unless another organization does."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This practice is of the same State: only another organization of the State can adapt it."
                " Choose which one."
            )
        )


class NotItsPracticeError(PracticeError):
    """What came of it is a published practice of the adapting state, and not the one that was adapted."""

    def __init__(self) -> None:
        super().__init__(_("Choose a published practice of the State that adapted it."))


class OriginGoneError(PracticeError):
    """The practice that was adapted is not public any more."""

    def __init__(self) -> None:
        super().__init__(_("The practice that was adapted has been withdrawn. It cannot be handed on now."))


class WordsMissingError(PracticeError):
    """Required fields are empty; `fields` names them."""

    def __init__(self, fields: list[str]) -> None:
        self.fields = fields
        super().__init__(_("Some required parts are still empty. Fill them in, then try again."))
