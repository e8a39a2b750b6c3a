"""The harness itself: it sees losses and repeats, and tells the explained from the others."""

from .counting import Fault, settle
from .mailserver import Acceptance


def taken(number: int, at: float, fault: str = "", name: str = "") -> Acceptance:
    return Acceptance(at, number, name or f"<{number}@localhost>", fault)


def test_what_was_acknowledged_and_never_arrived_is_lost():
    account = settle({1, 2, 3}, [taken(1, 10), taken(3, 11), taken(9, 12)], [])
    assert account.lost == [2]
    assert (account.explained, account.unexplained) == ([], [])


def test_a_repeat_is_explained_only_by_a_fault_at_its_acceptance():
    faults = [Fault("kill_child", 100.4, 100.4), Fault("stop_postgres", 200.0, 203.0)]
    log = [
        *(taken(1, at) for at in (100.0, 140.0)),  # killed 0.4 s after the 250
        *(taken(2, at) for at in (90.0, 140.0)),  # long before any fault
        *(taken(3, at) for at in (202.0, 240.0)),  # the database was away
        taken(4, 300.0, "drop"),  # the server hung up
        taken(4, 310.0),
        *(taken(5, at) for at in (100.5, 140.0)),  # after the fault
    ]
    account = settle({1, 2, 3, 4, 5}, log, faults)
    assert account.explained == [1, 3, 4]
    assert account.unexplained == [2, 5]


def test_a_repeat_under_another_id_is_noticed():
    assert settle({1}, [taken(1, 1, "drop", "<a>"), taken(1, 2, "", "<b>")], []).changed_ids == [1]
