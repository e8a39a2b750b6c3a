"""The database's backend: Django's own, which does not ask each request's connection whether it is there."""
