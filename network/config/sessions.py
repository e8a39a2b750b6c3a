"""Where Django looks for sessions (SESSION_ENGINE)."""

from network.services.signing_in import SessionStore

__all__ = ["SessionStore"]
