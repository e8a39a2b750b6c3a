"""The faults, one function each; every one is healed before the next."""

import os
import random
import signal
import time
from collections.abc import Callable, Iterator

import psutil

from .counting import Fault
from .house import BROKER_NUMBER, House, kill_group

RESTART = 20.0


def kill_child(house: House, chance: random.Random) -> None:
    """kill -9 of a worker's child."""
    _kill_one(house.children("worker"), chance)


def kill_worker(house: House, chance: random.Random) -> None:
    """kill -9 of the worker and its children, as when a machine dies."""
    kill_group(house.programs["worker"])


def kill_sweeper(house: House, chance: random.Random) -> None:
    """kill -9 of the sweeper."""
    house.programs["sweeper"].kill()


def kill_web(house: House, chance: random.Random) -> None:
    """kill -9 of a child of the web server."""
    _kill_one(house.children("web"), chance)


def stop_broker(house: House, chance: random.Random) -> None:
    """The broker ends and comes back."""
    house.broker_pid()
    house.broker.stop()
    time.sleep(chance.uniform(0.2, 2.0))
    house.broker.start()


def freeze_broker(house: House, chance: random.Random) -> None:
    """The broker accepts and does not answer."""
    pid = house.broker_pid()
    os.kill(pid, signal.SIGSTOP)
    time.sleep(chance.uniform(0.5, 6.0))
    os.kill(pid, signal.SIGCONT)


def flush_broker(house: House, chance: random.Random) -> None:
    """All messages are gone."""
    house.broker_pid()
    with house.broker.client() as client:
        client.flushall()


def cut_broker(house: House, chance: random.Random) -> None:
    """All connections to the broker are cut."""
    house.broker_pid()
    with house.broker.client() as client:
        client.execute_command("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes")


def cut_postgres(house: House, chance: random.Random) -> None:
    """All connections of the portal to PostgreSQL are terminated."""
    house.postgres_pid()
    with house.database("postgres") as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE usename = 'portal' AND pid <> pg_backend_pid()"
        )


def stop_postgres(house: House, chance: random.Random) -> None:
    """PostgreSQL is stopped at once, as by a loss of power, and recovers."""
    pid = house.postgres_pid()
    os.kill(pid, signal.SIGQUIT)
    if house.postgres.process is not None:
        house.postgres.process.wait(RESTART)
    time.sleep(chance.uniform(0.0, 1.5))
    house.postgres.start()


def publish_twice(house: House, chance: random.Random) -> None:
    """Every message that waits comes twice more."""
    house.broker_pid()
    with house.broker.client() as client:
        client.execute_command("SELECT", BROKER_NUMBER)
        for message in client.lrange("mail", 0, 50):
            client.rpush("mail", message, message)


def refuse_mail(house: House, chance: random.Random) -> None:
    """The mail server is going down."""
    _smtp(house, "refuse", chance.uniform(0.2, 2.0))


def postpone_mail(house: House, chance: random.Random) -> None:
    """The mail server answers 451."""
    _smtp(house, "later", chance.uniform(0.2, 2.0))


def slow_mail(house: House, chance: random.Random) -> None:
    """The mail server takes the mail and answers late, sometimes later than anybody waits."""
    house.mail.handler.behaviour.seconds = chance.uniform(0.5, 5.0)
    _smtp(house, "slow", chance.uniform(0.2, 1.5))


def drop_mail(house: House, chance: random.Random) -> None:
    """The mail server takes the mail and hangs up without a word."""
    _smtp(house, "drop", chance.uniform(0.1, 1.0))


FAULTS: dict[str, Callable[[House, random.Random], None]] = {
    function.__name__: function
    for function in (
        kill_child,
        kill_worker,
        kill_sweeper,
        kill_web,
        stop_broker,
        freeze_broker,
        flush_broker,
        cut_broker,
        cut_postgres,
        stop_postgres,
        publish_twice,
        refuse_mail,
        postpone_mail,
        slow_mail,
        drop_mail,
    )
}


def sequence(count: int, chance: random.Random) -> list[str]:
    """Which faults come, in which order: all kinds equally often, shuffled."""
    names = list(FAULTS)
    chosen = [names[number % len(names)] for number in range(count)]
    chance.shuffle(chosen)
    return chosen


def strike(house: House, count: int, seed: int, *, between: tuple[float, float]) -> Iterator[Fault]:
    """Break one thing after the other."""
    chance = random.Random(seed)
    for name in sequence(count, chance):
        time.sleep(chance.uniform(*between))
        begun = time.time()
        FAULTS[name](house, chance)
        yield Fault(name, begun, time.time())


def _kill_one(children: list[psutil.Process], chance: random.Random) -> None:
    """Kill one of them; psutil makes sure that the number is not another process's by now."""
    try:
        chance.choice(children or [None]).kill()  # type: ignore[union-attr]
    except (psutil.NoSuchProcess, AttributeError):
        return


def _smtp(house: House, mode: str, seconds: float) -> None:
    house.mail.handler.behaviour.mode = mode
    time.sleep(seconds)
    house.mail.handler.behaviour.mode = ""
