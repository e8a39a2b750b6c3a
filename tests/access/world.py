"""The world of the access matrix: people of every kind, and one of each thing that has an address.

Guatemala's people own the things; Chile's are the outsiders.
"""

import time
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone

from network.choices import AccountMailKind, Role
from network.following.services import follow
from network.l10n.models import GlossaryTerm, MemorySegment, Translation
from network.l10n.services.staleness import follow_whole
from network.models import (
    HandOver,
    Invitation,
    MemberState,
    Organization,
    RegistrationRequest,
    RoleGrant,
    User,
)
from network.notifications.choices import AnnouncementState, EntryState
from network.notifications.models import Announcement, Notification, OutboxEntry
from network.search.models import FacetCount, SearchRow
from network.search.services import index_objects
from network.services.invitations import Offer, invite
from practices.choices import Depth, MaterialKind, PracticeState
from practices.choices.adaptations import AdaptationState
from practices.models import (
    AdaptationStep,
    FieldComment,
    Material,
    Partner,
    Practice,
    PracticeVersion,
    Question,
    Rating,
    Review,
    TransitionEvent,
)
from practices.services import way
from practices.services.content import content_of
from practices.services.naming import begin_round
from tests.factories import (
    AdaptationFactory,
    DraftPracticeFactory,
    OrganizationFactory,
    UserFactory,
)

from .fora import make_fora
from .fund import desk_arguments, make_fund
from .training import make_applications, make_assistance, make_imports, make_training

BACKEND = "network.services.signing_in.AuthenticationBackend"
NOBODY, MISSING = UUID(int=7), 2_000_000_000
POWERLESS_HERE = (
    Role.REVIEWER,
    Role.MODERATOR,
    Role.FACILITATOR,
    Role.CHAIR,
    Role.FUND_OFFICER,
    Role.FUND_APPROVER,
    Role.AUDITOR,
    Role.DONOR_CONTACT,
)
CAST: dict[str, list[Any]] = {
    "visitor": [],
    "member": [Role.MEMBER],
    "others": list(POWERLESS_HERE),  # roles of rooms that are still to come: they open nothing here
    "contrib_cl": [(Role.CONTRIBUTOR, "CL")],
    "focal_cl": [(Role.FOCAL_POINT, "CL")],
    "author": [(Role.CONTRIBUTOR, "GT")],
    "colleague": [(Role.CONTRIBUTOR, "GT")],
    "focal": [(Role.FOCAL_POINT, "GT")],
    "screener": [Role.SCREENER],
    "manager": [Role.STAFF_MANAGER],
}
PEOPLE = tuple(CAST)


@dataclass
class World:
    """`clients` are signed in as the people; `arguments` fill addresses, by the name of a variant.

    `known` keeps the people as their first request read them.
    """

    people: dict[str, User]
    clients: dict[str, Client]
    arguments: dict[str, dict[str, Any]]
    known: dict[str, Any] = field(default_factory=dict)


def make_world() -> World:
    """Make it all, in the transaction that is open."""
    people = {
        name: UserFactory(full_name=name, roles=roles) for name, roles in CAST.items() if name != "visitor"
    }
    office = OrganizationFactory(name="Oficina", state_id="GT")
    arguments: dict[str, dict[str, Any]] = {
        "-": {},
        "nonsense": {
            "uuid": NOBODY,
            "key": NOBODY,
            "pk": 0,
            "token": "nonsense",
            "kind": "practices.practice",
            "identifier": "GP-1999-0001",
        }
        | {
            "uidb36": "0",
            "iso2": "ZZ",
            "slug": "nothing",
            "step": "identity",
            "comment": 0,
            "material": NOBODY,
            "section": "nothing",
            "number": "99",
            "donor": 0,
            "name": "posts",
            "form": "csv",
            "verb": "nothing",
        },
        "site_map": {"section": "practices"},
        "one": {"iso2": "GT", "slug": "youth"},
        "verified": {"pk": office.pk},
        "unverified": {"pk": OrganizationFactory(name="Nueva", is_verified=False).pk},
    }
    arguments |= _practices(people, office)
    arguments |= _reviews(people)
    arguments |= _doors(people)
    arguments |= _news(people)
    arguments |= _translations()
    arguments |= make_fora(people)
    arguments |= make_training(people, office)
    arguments |= make_assistance(people)
    arguments |= make_applications(people, office)
    arguments |= make_imports(people, office)
    fund = make_fund(people["others"], approver=people["manager"])
    arguments["fund"] = {
        "number": "1",
        "identifier": fund.project.identifier,
        "donor": fund.donor.pk,
        "form": "csv",
    }
    arguments |= desk_arguments()
    return World(people, {name: _client(people.get(name)) for name in CAST}, arguments)


def _client(user: User | None) -> Client:
    """Signed in as if the password had just been given; faults become 500 instead of exceptions."""
    client = Client(raise_request_exception=False)
    if user is not None:
        client.force_login(user, backend=BACKEND)
        session = client.session
        session["account_authentication_methods"] = [
            {"method": "password", "at": time.time(), "reauthenticated": True}
        ]
        session["account_authentication_methods_user"] = str(user.pk)
        session.save()
    return client


def _practices(people: dict[str, User], office: Organization) -> dict[str, dict[str, Any]]:
    """One of Guatemala's practices in each place of its way, each with a file."""
    found = {}
    for state in PracticeState:
        practice = DraftPracticeFactory(
            author=people["author"],
            organization=office,
            depth=Depth.FULL,
            title_es=f"Práctica {state.value}",
            **(
                {"identifier": way.next_identifier(1990), "published_at": timezone.now()}
                if _public(state)
                else {}
            ),
        )
        comment = FieldComment.objects.create(
            practice=practice,
            section="identity",
            field="title",
            text="?",
            by=people["screener"],
            is_sent=True,
        )
        material = Material.objects.create(
            practice=practice,
            source_language="es",
            kind=MaterialKind.FILE,
            title_es="Manual",
            file=ContentFile(b"%PDF-1.4", name="manual.pdf"),
            file_name="manual.pdf",
            media_type="application/pdf",
            size=8,
        )
        Partner.objects.create(
            practice=practice, source_language="es", name="Vecinos", sector="civil_society"
        )
        Rating.objects.create(
            practice=practice, source_language="es", instrument="1.0", version=1, rated_at=timezone.now()
        )
        TransitionEvent.objects.create(practice=practice, verb="start", to_state=state, by=people["author"])
        Practice.objects.filter(pk=practice.pk).update(state=state)
        PracticeVersion.objects.create(
            practice=practice,
            number=1,
            content=content_of(practice),
            published_at=timezone.now(),
            replaced_at=timezone.now(),
            replaced_by=people["screener"],
        )
        found[state.value] = {
            "uuid": practice.uuid,
            "identifier": practice.identifier or "GP-1999-0001",
            "step": "identity",
            "comment": comment.pk,
            "material": material.uuid,
            "number": "1",
        }
        found[f"file_{state.value}"] = {"uuid": material.uuid}
    for state, revised in (("draft", "published"), ("submitted", "withdrawn")):
        draft = DraftPracticeFactory(
            author=people["author"], organization=office, revises=Practice.objects.get(state=revised)
        )
        Practice.objects.filter(pk=draft.pk).update(state=state)
        found[f"new_{state}"] = {"uuid": draft.uuid}
    FieldComment.objects.create(
        practice=Practice.objects.get(state=PracticeState.SCREENING),
        section="identity",
        field="title",
        text="kept",
        by=people["screener"],
    )
    question = Question.objects.create(
        practice=Practice.objects.get(state="published"), asker=people["member"], text="How?", language="en"
    )
    found["question"] = {"pk": question.pk}
    found |= _adaptations(people)
    found["cited"] = found["published"] | {"form": "bib"}
    found["empty_form"], found["table"] = {"form": "pdf"}, {"form": "csv"}
    found["draft_paper"] = found["draft"] | {"form": "docx"}
    index_objects("practice", list(Practice.objects.values_list("pk", flat=True)))
    return found


def _reviews(people: dict[str, User]) -> dict[str, dict[str, Any]]:
    """What is in review is judged by one who has roles of other rooms, and by somebody else."""
    second = UserFactory(full_name="second reviewer")
    due_on = timezone.localdate() + timedelta(days=30)
    found = {}
    for state in (PracticeState.IN_REVIEW, PracticeState.CONSENSUS):
        practice = Practice.objects.get(state=state, revises=None)
        opened = begin_round(practice, people["screener"], due_on)
        for person in (people["others"], second):
            review = Review.objects.create(
                round=opened,
                reviewer=person,
                named_by=people["screener"],
                due_on=due_on,
                accepted_at=timezone.now(),
            )
            found[f"review_{state}"] = found.get(f"review_{state}", {"uuid": review.uuid})
    return found


def _adaptations(people: dict[str, User]) -> dict[str, dict[str, Any]]:
    """What another body of Guatemala made of its practice, one in each state; of each a step."""
    origin, body = (
        Practice.objects.get(state="published"),
        OrganizationFactory(name="Patronato", state_id="GT"),
    )
    found: dict[str, dict[str, Any]] = {}
    for state in AdaptationState:
        adaptation = AdaptationFactory(
            origin=origin,
            country_id="GT",
            organization=body,
            author=people["author"],
            state=state,
            published_at=timezone.now(),
        )
        AdaptationStep.objects.create(
            adaptation=adaptation, verb="start", to_state=state, by=people["author"], comment="Why."
        )
        for verb in ("", "submit", "publish", "send_back", "return", "decline", "withdraw", "delete"):
            name = f"adaptation_{state.value}" + (f"_{verb}" if verb else "")
            found[name] = {"pk": adaptation.pk} | ({"verb": verb} if verb else {})
    return found


def _translations() -> dict[str, dict[str, Any]]:
    """Every text that others read has its jobs; a reader suggests; the memory holds one segment."""
    for practice in Practice.objects.all():
        follow_whole(practice)
    published = Practice.objects.get(state=PracticeState.PUBLISHED)
    summary = Translation.objects.of_object("practices.practice", published.pk).get(
        field="summary", target_language="fr"
    )
    summary.suggestions.create(text="Mieux", source_hash="")
    MemorySegment.objects.create(
        source_language="es", target_language="fr", source_hash="x", source="Sí", text="Oui"
    )
    draft = Practice.objects.get(state=PracticeState.DRAFT, revises=None)
    GlossaryTerm.objects.create(key="of-the-matrix", en="one", es="uno")
    return {
        "translated": {"pk": summary.pk, "kind": "practices.practice", "key": published.pk},
        "unread": {"kind": "practices.practice", "key": draft.pk},
        "term": {"key": "of-the-matrix"},
    }


def _public(state: PracticeState) -> bool:
    return state in (PracticeState.PUBLISHED, PracticeState.WITHDRAWN)


def _doors(people: dict[str, User]) -> dict[str, dict[str, Any]]:
    """Invitations, requests, grants and hand-overs: Guatemala's, and one of the Secretariat."""
    state = MemberState.objects.get(pk="GT")
    invited: Invitation = invite(
        email="new@example.org",
        offer=Offer(Role.CONTRIBUTOR, "test", state=state),
        language="es",
        by=people["focal"],
        letter=AccountMailKind.INVITATION,
    )
    invite(
        email="reviewer@example.org", offer=Offer(Role.REVIEWER, "test"), language="en", by=people["manager"]
    )
    request = RegistrationRequest.objects.create(
        email="asks@example.org", full_name="Asks", language="en", motivation="To take part."
    )
    grant = RoleGrant.objects.get(user=people["focal"])
    hand_over = HandOver.objects.create(
        grant=grant,
        successor_name="Next",
        successor_email="next@example.org",
        successor_language="es",
        letter=ContentFile(b"%PDF-1.4", name="letter.pdf"),
        started_by=people["focal"],
    )
    photo = uuid4()
    people["member"].photo.save(f"{photo.hex}.jpg", ContentFile(b"\xff\xd8\xff"))
    return {
        "invitation_gt": {"pk": invited.pk},
        "request": {"pk": request.pk},
        "grant_of_focal": {"pk": grant.pk},
        "grant_of_author": {"pk": RoleGrant.objects.get(user=people["author"]).pk},
        "hand_over": {"uuid": hand_over.uuid},
        "photo": {"key": photo},
        "member_account": {"pk": people["member"].pk},
    }


def hide_search_rows() -> None:
    """A row and a count behind a key that nobody here has."""
    row = SearchRow.objects.filter(title="Práctica published").first()
    assert row is not None
    row.pk, row.object_id, row.visibility, row.title = None, 0, "of a space", "hidden"
    row.save()
    FacetCount.objects.create(kind="practice", visibility="of a space", facet="hidden", objects_counted=1)


def _news(people: dict[str, User]) -> dict[str, dict[str, Any]]:
    """A notice for Guatemala's focal point, announcements, work that failed."""
    notice = Notification.objects.create(
        recipient=people["focal"],
        verb="network.role_granted",
        about_type=ContentType.objects.get_for_model(RoleGrant),
        about_id=str(RoleGrant.objects.get(user=people["focal"]).pk),
    )
    draft = Announcement.objects.create(title="Draft", text="…", author=people["manager"])
    sent = Announcement.objects.create(title="Sent", text="…", author=people["manager"])
    Announcement.objects.filter(pk=sent.pk).update(
        state=AnnouncementState.SENT, sent_at=timezone.now(), approved_by=people["member"]
    )
    Notification.objects.create(
        recipient=people["focal"],
        verb="notifications.announcement",
        about_type=ContentType.objects.get_for_model(Announcement),
        about_id=str(sent.pk),
    )
    entry = OutboxEntry.objects.create(
        task="network.nothing", dedupe_key="access-matrix", state=EntryState.FAILED
    )
    return {
        "interest": {"pk": follow(by=people["focal"], subject="state:GT").pk},
        "notice": {"pk": notice.pk},
        "announcement": {"pk": draft.pk},
        "sent": {"pk": sent.pk},
        "entry": {"pk": entry.pk},
    }
