"""Keeping search rows true and finding by them.

Call `index_objects` in the transaction that changes an object or what belongs to it.
"""

from .index import index_objects, take_out

__all__ = ["index_objects", "take_out"]
