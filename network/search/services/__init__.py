"""Keeping search rows true: call `index_objects` in the transaction that changes an object."""

from .index import index_objects

__all__ = ["index_objects"]
