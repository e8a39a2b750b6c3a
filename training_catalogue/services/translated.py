"""Which text of the catalogue is translated, and who reads it."""

from collections.abc import Sequence

from network.l10n.registry import TranslatedKind, register, texts_of
from network.search.services import index_objects

from ..choices import CourseState
from ..models import Course, Session
from .indexing import KIND

READ_BY_OTHERS = (CourseState.SUBMITTED, CourseState.PUBLISHED)


def register_translations() -> None:
    """Have courses and their sessions translated."""
    register(
        TranslatedKind(
            kind="training.course",
            readable=lambda course: course.state in READ_BY_OTHERS,
            public=lambda course: course.state == CourseState.PUBLISHED,
            parts=lambda course: course.sessions.all(),
            country=lambda course: course.provider.state_id,
            label=lambda course: course.original("title") or str(course),
            index=_index,
            **texts_of(Course),
        )
    )
    register(
        TranslatedKind(
            kind="training.session",
            root=lambda session: session.course,
            country=lambda session: session.course.provider.state_id,
            label=lambda session: session.course.original("title") or str(session),
            **texts_of(Session),
        )
    )


def _index(courses: Sequence[Course]) -> None:
    index_objects(KIND, [course.pk for course in courses])
