"""Promise work (enqueue), do it (run_entry), publish it again (sweep), show it; tell people (notify)."""

from .announcing import approve_announcement, propose_announcement, save_announcement
from .bounces import forgive_bounce, record_bounce
from .canaries import note_return, send_canaries
from .delivering import mail_notification
from .digesting import fold, mail_digest, plan_digests
from .inbox import mark_all_read, mark_read, open_notification, pass_on_news
from .keeping import purge_notices
from .notifying import notify
from .outbox import enqueue, enqueue_many, purge, send_again
from .preferences import follow_wishes, set_frequency, set_mail_times
from .reporting import look_at_work
from .running import run_entry
from .scheduling import enqueue_periodic
from .stopping import read_stop_link, stop_mails
from .sweeping import sweep
from .watching import watch

__all__ = [
    "approve_announcement",
    "enqueue",
    "enqueue_many",
    "enqueue_periodic",
    "fold",
    "follow_wishes",
    "forgive_bounce",
    "look_at_work",
    "mail_digest",
    "mail_notification",
    "mark_all_read",
    "mark_read",
    "note_return",
    "notify",
    "open_notification",
    "pass_on_news",
    "plan_digests",
    "propose_announcement",
    "purge",
    "purge_notices",
    "read_stop_link",
    "record_bounce",
    "run_entry",
    "save_announcement",
    "send_again",
    "send_canaries",
    "set_frequency",
    "set_mail_times",
    "stop_mails",
    "sweep",
    "watch",
]
