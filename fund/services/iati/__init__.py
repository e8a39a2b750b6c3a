"""The Fund as IATI 2.03 (iatistandard.org): activities and organisation, written while they are sent."""

from .activities import activities
from .organisation import organisation

__all__ = ["activities", "organisation"]
