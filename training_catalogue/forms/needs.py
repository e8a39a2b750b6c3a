"""A round of the needs survey, and a state's answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.choices import Role
from network.forms.fields import LANGUAGE_HINT, most, source_language
from network.models import MemberState, Topic, User
from network.search import labels
from network.ui.fields import DayField

from ..choices.needs import MOST_RANKED
from ..models import NeedsAnswer, SurveyRound
from ..services.needs.surveying import RoundWords


class RoundForm(forms.Form):
    """What a round is called, and its days."""

    use_required_attribute = False
    source_language = source_language(help_text=LANGUAGE_HINT)
    title = forms.CharField(label=gettext_lazy("Title"), max_length=most(SurveyRound, "title"))
    introduction = forms.CharField(
        label=gettext_lazy("Introduction"),
        max_length=most(SurveyRound, "introduction"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    opens_on = DayField(label=gettext_lazy("First day"))
    closes_on = DayField(label=gettext_lazy("Last day"))

    def __init__(self, *args: Any, user: User, round: SurveyRound | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("source_language", round.source_language if round else user.language)
        if round:
            self.initial |= {
                "title": round.original("title"),
                "introduction": round.original("introduction"),
                "opens_on": round.opens_on,
                "closes_on": round.closes_on,
            }

    def words(self) -> RoundWords:
        """What the service takes."""
        data = self.cleaned_data
        return RoundWords(
            language=data["source_language"],
            title=data["title"],
            introduction=data["introduction"],
            opens_on=data["opens_on"],
            closes_on=data["closes_on"],
        )


def topic_options() -> list[tuple[str, Any]]:
    """Topics under their groups, with an empty one first."""
    known = labels.topics()
    groups: dict[str, list[tuple[str, str]]] = {}
    for topic in known.values():
        if topic.parent:
            groups.setdefault(known[topic.parent].name, []).append((topic.slug, topic.name))
    return [("", _("None")), *groups.items()]


class AnswerForm(forms.Form):
    """Topics by rank, the most pressing first, each with what is needed."""

    use_required_attribute = False
    country = forms.ModelChoiceField(
        label=gettext_lazy("Member state"), queryset=MemberState.objects.none(), empty_label=None
    )
    source_language = source_language(help_text=LANGUAGE_HINT)

    def __init__(self, *args: Any, user: User, answer: NeedsAnswer | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        states = MemberState.objects.active().filter(pk__in=user.states(Role.FOCAL_POINT))
        self.fields["country"].queryset = states  # type: ignore[attr-defined]
        self.fields["country"].label_from_instance = lambda state: state.name  # type: ignore[attr-defined]
        self.initial.setdefault("country", answer.country_id if answer else states.first())
        self.initial.setdefault("source_language", user.language)
        given = list(answer.ranks.all()) if answer else []
        for rank in range(1, MOST_RANKED + 1):
            self.fields[f"topic_{rank}"] = forms.ChoiceField(
                label=_("Topic %(rank)s") % {"rank": rank}, choices=topic_options, required=rank == 1
            )
            self.fields[f"need_{rank}"] = forms.CharField(
                label=_("What is needed on topic %(rank)s") % {"rank": rank},
                max_length=2000,
                widget=forms.Textarea(attrs={"rows": 2}),
                required=False,
            )
        for each in given:
            self.initial |= {f"topic_{each.rank}": each.topic_id, f"need_{each.rank}": each.original("need")}
            self.initial["source_language"] = each.source_language

    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The controls of each rank, for the template."""
        return [(self[f"topic_{rank}"], self[f"need_{rank}"]) for rank in range(1, MOST_RANKED + 1)]

    def clean(self) -> dict[str, Any]:
        """Each topic once, and none for words without one."""
        data = super().clean() or self.cleaned_data
        seen: set[str] = set()
        for rank in range(1, MOST_RANKED + 1):
            slug, need = data.get(f"topic_{rank}"), data.get(f"need_{rank}")
            if slug and slug in seen:
                self.add_error(f"topic_{rank}", _("Name each topic once."))
            if need and not slug and f"topic_{rank}" not in self.errors:
                self.add_error(f"topic_{rank}", _("Choose the topic that this is about."))
            seen |= {slug} if slug else set()
        return data

    def ranked(self) -> list[tuple[Topic, str]]:
        """Topics in the order of their ranks, with what is needed."""
        data = self.cleaned_data
        chosen = [
            (data[f"topic_{rank}"], data[f"need_{rank}"])
            for rank in range(1, MOST_RANKED + 1)
            if data[f"topic_{rank}"]
        ]
        topics = Topic.objects.in_bulk([slug for slug, _need in chosen])
        return [(topics[slug], need) for slug, need in chosen]
