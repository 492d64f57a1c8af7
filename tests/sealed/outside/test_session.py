from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

from autograder.data.inputs import Inputs
from autograder.data.outcomes import Failure, Outputs
from autograder.data.sentence import Sentence, own_words
from autograder.errors import Died, ProtocolBroken, SealError, TimedOut
from autograder.results.kinds import Kind
from autograder.running.cell import Cell, CellRun
from autograder.running.limits import Limits
from autograder.sealed.outside import best_seal
from autograder.sealed.outside import session as module
from autograder.sealed.outside.seal import Tier
from autograder.sealed.outside.session import Session
from autograder.sealed.wire.batch import pack

X = Inputs({}, {"x": torch.tensor([1.0, 2.0])})


def cells(*sources: str) -> list[Cell]:
    """Cells at every second place, as where prose lies between."""
    return [Cell(2 * place, f"cell {2 * place}", source) for place, source in enumerate(sources)]


def ask(session: Session, name: str) -> Outputs | Failure:
    (outcome,) = session.ask(name, "drives.py:give", pack([X]), 8)
    return outcome


def words(run: CellRun) -> str:
    return "".join(str(output.get("text", output.get("evalue"))) for output in run.outputs)


# With real processes.


@pytest.fixture(scope="module")
def bumpy(release: Path) -> Iterator[Session]:
    """A submission that loses its process twice."""
    sources = cells(
        "def double(x): return 2 * x",
        "while True: pass",
        "1 / 0",
        "import os; os._exit(3)",
        "def triple(x): return 3 * x\nprint('here')",
        "def leave(x): import os; os._exit(0)",
        "def loop(x):\n  while True: pass",
        "count = 0\ndef counter(x):\n  global count\n  count += 1\n  return x + count",
    )
    with Session(sources, release, Limits(cell_seconds=3, case_seconds=2)) as session:
        session.run_cells()
        yield session


def test_a_cell_that_never_ends_or_dies_costs_itself(bumpy: Session) -> None:
    runs = bumpy.run_cells()
    assert {index: run.failed for index, run in runs.items()} == {
        0: False,
        2: True,
        4: True,
        6: True,
        8: False,
        10: False,
        12: False,
        14: False,
    }
    assert words(runs[2]) == "The process gave no answer within 3 s."
    assert words(runs[4]) == "division by zero"
    assert words(runs[6]) == "The process exited with status 3."
    assert words(runs[8]) == "here\n"


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("leave", Kind.CRASHED, Sentence("ended-status", status=0)),
        ("loop", Kind.TIME_OUT, Sentence("no-answer", seconds="2")),
    ],
)
def test_a_case_that_ends_the_process_costs_itself(
    bumpy: Session, name: str, kind: Kind, said: Sentence
) -> None:
    assert ask(bumpy, name) == Failure(kind, said)
    for expected in ([2.0, 3.0], [3.0, 4.0]):
        # The count begins anew: the cells have run again.
        outputs = ask(bumpy, "counter")
        assert isinstance(outputs, dict)
        assert outputs["y"].tolist() == expected


def test_the_tier_is_said(bumpy: Session) -> None:
    assert bumpy.tier in [*Tier]


@pytest.mark.skipif(not best_seal.no_gpu(), reason="this machine may have a GPU")
def test_a_device_that_is_not_there_is_a_fault_of_ours() -> None:
    with pytest.raises(SealError, match="CUDA") as caught:
        Session([], device="cuda")
    assert type(caught.value) is SealError


# With processes that play a part.


class Actor:
    """A sealed process for which a cell's source is what becomes of it."""

    started = 0
    closed = 0

    def __init__(self, *_: Any) -> None:
        Actor.started += 1
        self.ran: list[str] = []
        self.used = ["torch.optim.SGD"]

    def run_cell(self, name: str, source: str, seconds: float) -> CellRun:
        self.ran.append(name)
        self.act(source, seconds)
        return CellRun([], failed=False)

    def ask(self, name: str, *_: Any) -> Iterator[Outputs | Failure]:
        self.act(name, 0)
        yield Failure("raised", own_words(", ".join(self.ran)))

    def act(self, what: str, seconds: float) -> None:
        if what == "late":
            CLOCK.now += seconds
            raise TimedOut("late")
        faults = {
            "die": Died,
            "forge": ProtocolBroken,
            "break": SealError,
            "stop": KeyboardInterrupt,
        }
        if what in faults:
            raise faults[what](what)
        if what.isdigit():
            CLOCK.now += int(what)

    def close(self) -> None:
        Actor.closed += 1


class Clock:
    now = 1000.0

    def monotonic(self) -> float:
        return self.now


CLOCK = Clock()

Open = Callable[..., Session]


@pytest.fixture
def open_session(monkeypatch: pytest.MonkeyPatch) -> Open:
    monkeypatch.setattr(module, "SealedProcess", Actor)
    monkeypatch.setattr(module, "time", CLOCK)
    monkeypatch.setattr(Actor, "started", 0)
    monkeypatch.setattr(Actor, "closed", 0)

    def open_session(*sources: str, **limits: float) -> Session:
        return Session(cells(*sources), limits=Limits(**limits))  # type: ignore[arg-type]

    return open_session


def test_after_three_stopped_cells_the_rest_is_not_run(open_session: Open) -> None:
    session = open_session("", "die", "forge", "late", "", "", cell_seconds=5)
    runs = session.run_cells()
    assert [words(runs[index]) for index in (2, 4, 6)] == ["die", "forge", "late"]
    assert [words(runs[index]) for index in (8, 10)] == [
        "Not run. 3 cells before this one had to be stopped."
    ] * 2
    assert ask(session, "f") == Failure("raised", own_words("cell 0"))
    assert Actor.started == 4


@pytest.mark.parametrize("last", ["", "die", "forge", "late"])
def test_it_says_whether_a_cell_was_stopped(open_session: Open, last: str) -> None:
    session = open_session("", last)
    session.run_cells()
    assert session.cut_short == (last != "")
    ask(session, "late")  # a case is not the cells' fault
    assert session.cut_short == (last != "")


def test_time_that_is_used_up_ends_everything_at_once(open_session: Open) -> None:
    session = open_session("7", "late", "", submission_seconds=10, cell_seconds=30)
    runs = session.run_cells()
    used_up = "The submission has used up its 10 s."
    assert [words(run) for run in runs.values()] == ["", used_up, f"Not run. {used_up}"]
    assert ask(session, "f") == Failure(Kind.TIME_OUT, Sentence("time-used-up", seconds="10"))
    assert session.run_cells() == runs
    assert Actor.started == 1


def test_a_case_has_no_more_than_what_is_left(open_session: Open) -> None:
    session = open_session("4", submission_seconds=10, case_seconds=8)
    assert isinstance(ask(session, "5"), Failure)
    assert ask(session, "3").kind == "raised"  # type: ignore[union-attr]
    assert ask(session, "f").kind == Kind.TIME_OUT  # type: ignore[union-attr]


def test_the_graders_own_time_is_not_counted(open_session: Open) -> None:
    session = open_session("4", submission_seconds=10)
    CLOCK.now += 100
    session.run_cells()
    CLOCK.now += 100
    assert ask(session, "f") == Failure("raised", own_words("cell 0"))


@pytest.mark.parametrize(("name", "kind"), [("die", Kind.CRASHED), ("forge", Kind.FORGED)])
def test_cells_run_again_after_a_case_has_ended_the_process(
    open_session: Open, name: str, kind: Kind
) -> None:
    session = open_session("", "die", "")
    assert ask(session, name) == Failure(kind, own_words(name))
    assert Actor.started == 2
    assert ask(session, "f") == Failure("raised", own_words("cell 0, cell 4"))
    assert Actor.started == 3


def test_what_was_used_is_of_the_last_batch(open_session: Open) -> None:
    session = open_session("")
    assert session.used == set()
    ask(session, "f")
    assert session.used == {"torch.optim.SGD"}
    ask(session, "die")
    assert session.used == set()


def test_a_fault_of_ours_is_no_failure(open_session: Open) -> None:
    with pytest.raises(SealError, match="break"):
        open_session("", "break").run_cells()
    with pytest.raises(SealError, match="break"):
        ask(open_session(""), "break")


def test_an_interrupted_session_closes_its_process(open_session: Open) -> None:
    with open_session("stop") as session, pytest.raises(KeyboardInterrupt):
        session.run_cells()
    assert (Actor.started, Actor.closed) == (1, 1)
