"""Addresses of the fora; words of the path never change once published.

What begins with a word of the house stands first: a space may not bear such a name (`RESERVED`).
"""

from . import forum, moderation, talk

app_name = "fora"
urlpatterns = [*moderation.urlpatterns, *forum.urlpatterns, *talk.urlpatterns]
