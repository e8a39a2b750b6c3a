"""The programs of a running portal: web server, Celery workers, sweeper, scheduler.

Each runs in a child that the supervisor forks, so Django is loaded once and most of its memory is shared.
"""

import logging
import os
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.management import call_command
from gunicorn.app.base import BaseApplication

LOOPBACK = "127.0.0.1"
GIVES_WAY = 10  # how nice long work is to those who wait for a page


@dataclass(frozen=True)
class Program:
    """What a child runs, and in which turn it is stopped (0 first)."""

    name: str
    run: Callable[[], object]
    stop_turn: int


def programs(address: str) -> list[Program]:
    """All that a portal consists of, in the order of their start."""
    return [
        Program("web", lambda: serve(address), 0),
        Program("worker", lambda: work("everyday", ["mail", "default"], children=2), 2),
        Program("translate", lambda: work("translation", ["translate"], children=1, nice=GIVES_WAY), 2),
        Program("bulk", lambda: work("bulk", ["bulk"], children=1, nice=GIVES_WAY), 2),
        Program("sweeper", lambda: call_command("sweep"), 1),
        Program("scheduler", lambda: call_command("schedule"), 1),
    ]


def bind_address(host: str) -> str:
    """Where to listen; a demonstration signs anyone in, so it answers this machine only."""
    return f"{LOOPBACK if settings.DEMO else host}:{settings.PORT}"


def load_web() -> None:
    """Load what requests will need, before forking."""
    from django.urls import get_resolver  # these load every view and template tag: only a server wants them

    from network.config import wsgi  # noqa: F401 - makes the application

    get_resolver().url_patterns  # noqa: B018 - loads


def serve(address: str) -> None:
    """Serve pages until stopped."""
    WebServer(address).run()


def work(name: str, queues: list[str], *, children: int, nice: int = 0) -> None:
    """Run a Celery worker for these queues until stopped, behind others where processors are scarce."""
    from celery.platforms import SecurityWarning  # only a worker needs these, after the settings
    from celery.signals import worker_init

    from network.config.celery import app

    os.nice(nice)
    os.environ.setdefault("CELERY_SKIP_CHECKS", "1")  # Django's checks belong to CI and deployment
    warnings.simplefilter("ignore", SecurityWarning)  # root, with messages that hold ids in JSON only
    worker_init.connect(_quieten)
    app.worker_main(
        [
            "--quiet",
            "worker",
            f"--hostname={name}@%h",
            f"--queues={','.join(queues)}",
            f"--concurrency={children}",
            "--loglevel=WARNING",
            "--without-gossip",
            "--without-mingle",
            "--without-heartbeat",
        ]
    )


def _quieten(**details: Any) -> None:
    """A line for each task is too much in a terminal that shows five programs."""
    logging.getLogger("celery").setLevel(logging.WARNING)


class WebServer(BaseApplication):
    """gunicorn with two workers of a few threads each."""

    def __init__(self, address: str):
        self.address = address
        super().__init__()

    def load_config(self) -> None:
        """Settings for a site of one machine; several machines set their own (see docs/operations.md)."""
        options: dict[str, Any] = {
            "bind": self.address,
            "workers": 2,
            "worker_class": "gthread",
            "threads": 4,
            "preload_app": True,
            "timeout": 60,
            "graceful_timeout": 5,
            "keepalive": 5,
            "max_requests": 5000,
            "max_requests_jitter": 500,
            "control_socket_disable": True,
            "proc_name": "portal-web",
            "loglevel": "warning",
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """The application, already loaded by the supervisor."""
        from network.config.wsgi import application  # only in a server

        return application
