"""What news of the fora says, kind by kind."""

from django.utils.translation import gettext_lazy as _

from network.notifications.kinds import Category, Words

OF_POSTS: dict[str, Words] = {
    "fora.posted": Words(
        Category.FORA,
        _("New posts in fora and threads that I follow"),
        _("New post: %(title)s"),
        _("%(author)s wrote in “%(title)s”."),
        _("%(author)s wrote in “%(title)s” (%(space)s):\n\n%(excerpt)s\n\n%(note)s"),
        _("Read and answer"),
    ),
    "fora.replied": Words(
        Category.FORA,
        _("Somebody answers a post of mine"),
        _("An answer to you: %(title)s"),
        _("%(author)s answered you in “%(title)s”."),
        _("%(author)s answered you in “%(title)s” (%(space)s):\n\n%(excerpt)s\n\n%(note)s"),
        _("Read and answer"),
    ),
    "fora.mentioned": Words(
        Category.FORA,
        _("Somebody mentions me in a post"),
        _("You are mentioned: %(title)s"),
        _("%(author)s mentioned you in “%(title)s”."),
        _("%(author)s mentioned you in “%(title)s” (%(space)s):\n\n%(excerpt)s\n\n%(note)s"),
        _("Read and answer"),
    ),
    "fora.pending": Words(
        Category.TASKS,
        _("A post awaits approval where I moderate"),
        _("To be approved: %(title)s"),
        _("A post of %(author)s in “%(title)s” awaits approval."),
        _(
            "A post of %(author)s in “%(title)s” (%(space)s) awaits approval.\n\n"
            "Nobody else reads it until a moderator has approved it."
        ),
        _("Read and decide"),
    ),
}

OF_SPACES: dict[str, Words] = {
    "fora.opened": Words(
        Category.FORA,
        _("A forum that I follow opens"),
        _("Open now: %(space)s"),
        _("“%(space)s” is open."),
        _("The forum “%(space)s” is open. It takes posts until %(until)s.\n\nWrite in your own language."),
        _("Go to the forum"),
    ),
}
