"""What follows from every change of a course or its sessions, in the same transaction."""

from network.models import User

from ..models import Course


def follow_course(course: Course, *, verb: str = "", by: User | None = None) -> None:
    """Let search rows, translations and news follow what a course now says."""
