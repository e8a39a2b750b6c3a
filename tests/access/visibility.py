"""Which rows each kind of person may know of, literally; see tests/test_visibility.py."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.contrib.auth.models import AnonymousUser

from fora.models import (
    AgendaItem,
    BackgroundPaper,
    Citation,
    FinalReport,
    Mention,
    PaperVersion,
    Post,
    PostAttachment,
    PostMove,
    PostRevision,
    ProposalSupport,
    Quote,
    ReadSpace,
    ReadThread,
    Space,
    SpaceGrant,
    Subscription,
    Thread,
    ThreadMove,
    TopicProposal,
)
from fund.models import Attachment, BankLine, DraftEntry
from network.following.models import Interest
from network.imports.models import Import, ImportRow, SourceLink
from network.l10n.models import GlossaryTerm, MemorySegment, Suggestion, Translation
from network.models import HandOver, Invitation, Organization, RegistrationRequest, RoleGrant
from network.moderation.models import Appeal, Flag, ModerationAction, ModerationCase, Sanction
from network.notifications.models import Announcement, Notification
from network.search.models import FacetCount, SearchRow
from practices.models import (
    Adaptation,
    AdaptationStep,
    BuildingBlock,
    Evaluation,
    FieldComment,
    Material,
    Outcome,
    Partner,
    Practice,
    PracticeVersion,
    Question,
    Rating,
    Review,
    ReviewRound,
    TransitionEvent,
)
from training_catalogue.models import (
    Application,
    ApplicationStep,
    Assistance,
    AssistanceStep,
    Cooperation,
    CooperationReport,
    CooperationStep,
    Course,
    CourseStepEvent,
    HarvestSource,
    Inquiry,
    Match,
    NeedsAnswer,
    RankedTopic,
    Session,
    SurveyRound,
)

from .world import PEOPLE, World

EVERYWHERE = frozenset(
    {
        "draft",
        "awaiting_clearance",
        "submitted",
        "screening",
        "returned",
        "in_review",
        "consensus",
        "published",
        "declined",
        "under_appeal",
        "declined_for_good",
        "withdrawn",
    }
)
AT_THE_DESK = EVERYWHERE - {"draft", "awaiting_clearance"}
JUDGED = frozenset({"in_review", "consensus"})
PUBLIC = frozenset({"published"})
NOTHING: frozenset[str] = frozenset()


def _for(default: frozenset[str], **others: frozenset[str]) -> dict[str, frozenset[str]]:
    return {name: others.get(name, default) for name in PEOPLE}


OF_GUATEMALA = dict.fromkeys(("author", "colleague", "focal"), EVERYWHERE)
COURSES = frozenset({"draft", "submitted", "published", "hidden", "withdrawn"})
OF_GUATEMALA_TAUGHT = dict.fromkeys(("author", "colleague", "focal", "manager"), COURSES)
RECORDS = _for(PUBLIC, **OF_GUATEMALA, others=PUBLIC | JUDGED, screener=AT_THE_DESK, manager=EVERYWHERE)
ADAPTED_AT_THE_DESK = frozenset({"submitted", "returned", "published", "declined", "withdrawn"})
OF_GUATEMALA_ADAPTED = dict.fromkeys(
    ("author", "colleague", "focal", "manager"), ADAPTED_AT_THE_DESK | {"draft", "awaiting_clearance"}
)
WAY = _for(NOTHING, **OF_GUATEMALA, screener=AT_THE_DESK, manager=EVERYWHERE)
TRANSLATED = frozenset({"submitted", "screening", "in_review", "consensus", "published"})
TOOLS = ("focal", "focal_cl", "manager")
KEPT = frozenset({"screening, kept"})
SPACES = _for(
    frozenset({"public", "members"}),
    visitor=frozenset({"public"}),
    author=frozenset({"public", "members", "private"}),
    focal=frozenset({"public", "members", "private", "preparation"}),
    manager=frozenset({"public", "members", "private", "preparation"}),
)
REPORTS = SPACES | {
    name: seen - {"members"} for name, seen in SPACES.items() if name != "manager"
}  # the members' report is a draft
POSTS = {name: frozenset(f"{each} published" for each in seen) for name, seen in SPACES.items()}
OF_THE_AUTHOR = frozenset(f"public {state}" for state in ("draft", "pending", "rejected", "hidden"))
OF_MODERATORS = frozenset(f"public {state}" for state in ("pending", "rejected", "hidden", "withdrawn"))
MODERATED = dict.fromkeys(("screener", "manager"), frozenset({"of the post"}))
MINE = frozenset({"of the post"})
LEADS = frozenset({"focal facilitator"})  # of a public forum: everyone may know
OFFERED = frozenset(
    {
        "draft",
        "awaiting_clearance",
        "submitted",
        "returned",
        "declined",
        "published",
        "hidden",
        "closed",
        "withdrawn",
    }
)
OPEN_OFFERS = frozenset({"published", "closed"})
READ_BY_SCREENERS = OFFERED - {"draft", "awaiting_clearance"}
OFFERS = _for(
    OPEN_OFFERS,
    **dict.fromkeys(("author", "colleague", "focal"), OFFERED),
    screener=READ_BY_SCREENERS,
    manager=OFFERED,
)
ALL_COOPERATIONS = frozenset({"proposed", "agreed", "under_way", "completed", "withdrawn"})
COOPERATIONS = _for(
    frozenset({"agreed", "under_way", "completed"}),
    **dict.fromkeys(("author", "colleague", "focal", "manager"), ALL_COOPERATIONS),
)
ANSWERS = _for(
    NOTHING,
    **dict.fromkeys(("author", "colleague", "focal"), frozenset({"GT"})),
    manager=frozenset({"GT", "JM"}),
)
VISIBLE: dict[type[Any], dict[str, frozenset[str]]] = {
    Practice: RECORDS,
    Adaptation: _for(PUBLIC, **OF_GUATEMALA_ADAPTED, screener=ADAPTED_AT_THE_DESK),
    AdaptationStep: _for(NOTHING, **OF_GUATEMALA_ADAPTED, screener=ADAPTED_AT_THE_DESK),
    Material: RECORDS,
    BuildingBlock: RECORDS,
    Outcome: RECORDS,
    Evaluation: RECORDS,
    Partner: RECORDS,
    PracticeVersion: RECORDS,
    Rating: RECORDS,
    ReviewRound: _for(NOTHING, screener=JUDGED, manager=JUDGED),
    Review: _for(NOTHING, others=JUDGED, screener=JUDGED, manager=JUDGED),
    TransitionEvent: WAY,
    FieldComment: WAY | {"screener": AT_THE_DESK | KEPT, "manager": EVERYWHERE | KEPT},
    Organization: _for(
        frozenset({"Oficina", "Patronato"}), manager=frozenset({"Oficina", "Patronato", "Nueva"})
    ),
    RoleGrant: {name: frozenset({name}) if name != "visitor" else NOTHING for name in PEOPLE}
    | {"manager": frozenset(PEOPLE) - {"visitor"}},
    Invitation: _for(
        NOTHING,
        focal=frozenset({"new@example.org"}),
        manager=frozenset({"new@example.org", "reviewer@example.org"}),
    ),
    RegistrationRequest: _for(NOTHING, manager=frozenset({"asks@example.org"})),
    HandOver: _for(NOTHING, focal=frozenset({"next@example.org"}), manager=frozenset({"next@example.org"})),
    Notification: _for(NOTHING, focal=frozenset({"network.role_granted", "notifications.announcement"})),
    Question: _for(NOTHING, member=frozenset({"How?"}), focal=frozenset({"How?"})),
    Interest: _for(NOTHING, focal=frozenset({"state:GT"})),
    Announcement: _for(NOTHING, focal=frozenset({"Sent"}), manager=frozenset({"Draft", "Sent"})),
    SearchRow: _for(frozenset({"Práctica published"})),
    FacetCount: _for(frozenset({"shown"})),
    Translation: _for(
        NOTHING,
        focal=TRANSLATED
        | {"of the fora", "of a course", "of the training", "of an adaptation"},  # what Guatemala proposed
        manager=TRANSLATED
        | {"of a topic", "of the fora", "of a course", "of the training", "of an adaptation"},
    ),
    Suggestion: _for(NOTHING, focal=frozenset({"Mieux"}), manager=frozenset({"Mieux"})),
    GlossaryTerm: _for(NOTHING, **dict.fromkeys(TOOLS, frozenset({"a term"}))),
    MemorySegment: _for(NOTHING, **dict.fromkeys(TOOLS, frozenset({"Oui"}))),
    DraftEntry: _for(NOTHING, others=frozenset({"A contribution"})),
    Attachment: _for(NOTHING, others=frozenset({"letter.pdf"})),
    BankLine: _for(NOTHING, others=frozenset({"Transfer"})),
    **dict.fromkeys(
        (Space, Thread, ThreadMove, AgendaItem, BackgroundPaper, PaperVersion, Quote, Mention),
        SPACES,
    ),
    **dict.fromkeys(
        (PostAttachment, PostMove),
        SPACES,
    ),
    Post: POSTS
    | {
        "author": POSTS["author"] | OF_THE_AUTHOR,
        "screener": POSTS["screener"] | OF_MODERATORS,
        "manager": POSTS["manager"] | OF_MODERATORS,
    },
    PostRevision: POSTS
    | {
        "author": POSTS["author"] | OF_THE_AUTHOR - {"public draft"},
        "screener": POSTS["screener"] | OF_MODERATORS,
        "manager": POSTS["manager"] | OF_MODERATORS,
    },
    FinalReport: REPORTS,
    Citation: REPORTS,
    SpaceGrant: _for(
        LEADS,
        focal=LEADS | {"focal member", "author member"},
        author=LEADS | {"author member", "focal member"},
        screener=LEADS | {"screener moderator"},
        manager=frozenset({"focal member", "focal facilitator", "author member", "screener moderator"}),
    ),
    **dict.fromkeys((ReadThread, ReadSpace, Subscription), _for(NOTHING, member=frozenset({"member"}))),
    **dict.fromkeys(
        (TopicProposal, ProposalSupport),
        _for(frozenset({"Topic", "Taken back"}), visitor=frozenset({"Topic"})),
    ),
    **dict.fromkeys((Course, Session), _for(PUBLIC, **OF_GUATEMALA_TAUGHT)),
    HarvestSource: _for(NOTHING, focal=frozenset({"A list"}), manager=frozenset({"A list"})),
    CourseStepEvent: _for(NOTHING, **OF_GUATEMALA_TAUGHT),
    **dict.fromkeys(
        (Import, ImportRow, SourceLink),
        _for(NOTHING, **dict.fromkeys(("author", "colleague", "focal", "manager"), frozenset({"A table"}))),
    ),
    **dict.fromkeys(
        (Application, ApplicationStep),
        _for(
            NOTHING,
            member=frozenset({"direct", "to_clear"}),
            focal=frozenset({"direct"}),
            focal_cl=frozenset({"to_clear"}),
            manager=frozenset({"direct", "to_clear"}),
        ),
    ),
    Assistance: OFFERS,
    AssistanceStep: _for(
        NOTHING,
        **dict.fromkeys(("author", "colleague", "focal"), OFFERED),
        screener=READ_BY_SCREENERS,
        manager=OFFERED,
    ),
    Inquiry: _for(NOTHING, member=frozenset({"Hello"}), focal=frozenset({"Hello"})),
    Match: _for(NOTHING, **dict.fromkeys(("author", "colleague", "focal", "manager"), frozenset({"match"}))),
    Cooperation: COOPERATIONS,
    CooperationReport: _for(
        frozenset({"completed"}),
        **dict.fromkeys(("author", "colleague", "focal", "manager"), ALL_COOPERATIONS),
    ),
    CooperationStep: _for(
        NOTHING, **dict.fromkeys(("author", "colleague", "focal", "manager"), ALL_COOPERATIONS)
    ),
    SurveyRound: _for(frozenset({"Round open"}), manager=frozenset({"Round open", "Round coming"})),
    NeedsAnswer: ANSWERS,
    RankedTopic: ANSWERS,
    ModerationCase: _for(NOTHING, **MODERATED),
    Flag: _for(NOTHING, contrib_cl=MINE, **MODERATED),
    **dict.fromkeys((ModerationAction, Appeal, Sanction), _for(NOTHING, author=MINE, **MODERATED)),
}


def _state_of(row: Translation) -> str:
    """Where the practice is whose text it is."""
    kind, key = row.root.split(":")
    if kind in ("training.course", "training.session"):
        return "of a course"
    if kind.startswith("training."):
        return "of the training"
    if kind.startswith("fora."):
        return "of the fora"
    if kind == "practices.adaptation":
        return "of an adaptation"
    return _states()[int(key)] if kind == "practices.practice" else "of a topic"


@cache
def _states() -> dict[int, str]:
    return dict(Practice.objects.values_list("pk", "state"))


LABELS: dict[type[Any], Callable[[Any], str]] = {
    Practice: lambda row: row.state,
    Review: lambda row: row.round.practice.state,
    Adaptation: lambda row: row.state,
    AdaptationStep: lambda row: row.adaptation.state,
    FieldComment: lambda row: row.practice.state if row.is_sent else f"{row.practice.state}, kept",
    Organization: lambda row: row.name,
    RoleGrant: lambda row: row.user.full_name,
    Invitation: lambda row: row.email,
    RegistrationRequest: lambda row: row.email,
    HandOver: lambda row: row.successor_email,
    Notification: lambda row: row.verb,
    Question: lambda row: row.text,
    Interest: lambda row: row.subject,
    Announcement: lambda row: row.title_en,
    SearchRow: lambda row: row.title,
    DraftEntry: lambda row: row.description,
    Attachment: lambda row: row.name,
    BankLine: lambda row: row.text,
    FacetCount: lambda row: "hidden" if row.facet == "hidden" else "shown",
    Translation: _state_of,
    Suggestion: lambda row: row.text,
    GlossaryTerm: lambda row: "a term",
    MemorySegment: lambda row: row.text,
    Space: lambda row: row.title_en,
    Thread: lambda row: row.title_en,
    **dict.fromkeys((AgendaItem, BackgroundPaper, FinalReport), lambda row: row.space.title_en),
    PaperVersion: lambda row: row.paper.space.title_en,
    Citation: lambda row: row.report.space.title_en,
    ThreadMove: lambda row: row.thread.title_en,
    **dict.fromkeys((Quote, Mention, PostAttachment, PostMove), lambda row: row.post.thread.title_en),
    Post: lambda row: row.body_en,
    PostRevision: lambda row: row.text,
    SpaceGrant: lambda row: f"{row.user.full_name} {row.capacity}",
    **dict.fromkeys((ReadThread, ReadSpace, Subscription), lambda row: row.user.full_name),
    TopicProposal: lambda row: row.title_en,
    **dict.fromkeys((Assistance, Cooperation), lambda row: row.state),
    AssistanceStep: lambda row: row.assistance.state,
    HarvestSource: lambda row: "A list",
    **dict.fromkeys((Import, ImportRow, SourceLink), lambda row: "A table"),
    Application: lambda row: row.motivation,
    ApplicationStep: lambda row: row.application.motivation,
    Inquiry: lambda row: row.text,
    Match: lambda row: "match",
    **dict.fromkeys((CooperationReport, CooperationStep), lambda row: row.cooperation.state),
    SurveyRound: lambda row: row.title_en,
    NeedsAnswer: lambda row: row.country_id,
    RankedTopic: lambda row: row.answer.country_id,
    Course: lambda row: row.state,
    **dict.fromkeys((Session, CourseStepEvent), lambda row: row.course.state),
    ProposalSupport: lambda row: row.proposal.title_en,
    **dict.fromkeys((ModerationCase, Flag, ModerationAction, Appeal, Sanction), lambda row: "of the post"),
}


def seen(world: World, model: type[Any]) -> dict[str, frozenset[str]]:
    """What each person is let see of a model's rows."""
    label = LABELS.get(model, lambda row: row.practice.state)
    people = {name: world.people.get(name, AnonymousUser()) for name in PEOPLE}
    return {
        name: frozenset(label(row) for row in model.objects.visible_to(person))
        for name, person in people.items()
    }
