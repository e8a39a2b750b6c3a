"""How Celery works here; `settings.py` takes these names in, and Celery reads them with the prefix CELERY_.

The outbox (network/notifications) is the truth and the broker only a hint: these settings
make a lost, late or doubled message harmless and a frozen broker quick to give up on.
"""

from typing import Any

from kombu import Exchange, Queue

QUEUES = ("mail", "default", "translate", "bulk")  # one each, so that mail never waits for long work

CELERY_TASK_QUEUES = [Queue(name, Exchange("portal", type="direct"), routing_key=name) for name in QUEUES]
CELERY_TASK_DEFAULT_QUEUE = CELERY_TASK_DEFAULT_ROUTING_KEY = "default"
CELERY_TASK_DEFAULT_EXCHANGE = "portal"
CELERY_TASK_CREATE_MISSING_QUEUES = False

# acks_late alone loses the task of a killed child; together they hand it to another.
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_STORE_ERRORS_EVEN_IF_IGNORED = False
CELERY_RESULT_BACKEND = None
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_TIME_LIMIT = 30 * 60  # seconds
CELERY_TASK_SOFT_TIME_LIMIT = 28 * 60

CELERY_BROKER_CONNECTION_TIMEOUT = 4  # seconds
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None  # a worker waits for its broker as long as it takes
CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, Any] = {
    "visibility_timeout": 2 * 60 * 60,  # longer than the longest task
    "socket_timeout": 4,  # kombu's own default is none: a frozen broker would hang a web request
    "socket_connect_timeout": 4,
    "socket_keepalive": True,
    "health_check_interval": 10,
    "max_retries": 0,
}
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = False  # a lease guards against doubles
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 5.0  # seconds for running tasks before a cold shutdown
CELERY_WORKER_ENABLE_SOFT_SHUTDOWN_ON_IDLE = False
CELERY_WORKER_MAX_TASKS_PER_CHILD = 1000
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 300_000  # KiB
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_WORKER_SEND_TASK_EVENTS = False
CELERY_TASK_SEND_SENT_EVENT = False
CELERY_ENABLE_UTC = True
