"""Which results are not taken for known: luck, faults of ours, a lesser seal, other files."""

from __future__ import annotations

import json
from typing import Any

import pytest

from autograder.errors import SealError
from autograder.results.kinds import Kind, Verdict
from autograder.running.cell import CellRun
from autograder.sealed.outside import best_seal
from autograder.sealed.outside.seal import Tier

from .counted_class import CELLS, DOUBLE, HALF, RIGHT, Class, InProcess


@pytest.mark.parametrize("kind", [Kind.TIME_OUT, Kind.CRASHED, Kind.ENGINE])
def test_what_may_be_luck_is_tried_again_alone(a_class: Class, kind: Kind) -> None:
    InProcess.failing["half"] = kind
    failed, ran = a_class.grade(force=True, students=["kim"])
    assert failed["kim"].verdict is not Verdict.PASSED
    InProcess.failing.clear()
    again, ran = a_class.grade()
    assert ran == [*CELLS, *HALF]
    assert again["kim"].verdict is Verdict.PASSED
    assert a_class.grade()[1] == []


def test_a_grader_that_failed_leaves_nothing(
    a_class: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: InProcess) -> dict[int, CellRun]:
        raise SealError("the warm process has ended twice")

    with monkeypatch.context() as patch:
        patch.setattr(InProcess, "run_cells", fail)
        broken, _ = a_class.grade(force=True)
    assert broken["kim"].verdict is Verdict.BROKEN
    assert a_class.grade()[1] == [*CELLS, *DOUBLE, *HALF] * 2


def test_a_stopped_cell_leaves_nothing(a_class: Class, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(InProcess, "cut_short", True)
        a_class.grade(force=True)
    assert a_class.grade()[1] == [*CELLS, *DOUBLE, *HALF] * 2


def test_what_cannot_be_read_is_read_once(a_class: Class) -> None:
    path = a_class.course.submission("kim", "hw") / "hw.ipynb"
    path.write_text("{")
    results, ran = a_class.grade()
    assert ran == []
    assert results["kim"].score == 0
    a_class.written.clear()
    assert a_class.grade() == (results, [])
    assert a_class.written == []
    a_class.hand_in("kim", RIGHT)
    assert a_class.grade()[1] == [*CELLS, *DOUBLE, *HALF]


def seal_here(monkeypatch: pytest.MonkeyPatch, tier: Tier) -> None:
    class Here:
        seal: Any = type("Seal", (), {"tier": tier})
        missing = ("walls",)

    monkeypatch.setattr(best_seal, "for_device", lambda _: Here)
    monkeypatch.setattr(InProcess, "tier", tier)


def test_a_fuller_seal_runs_everything_and_a_lesser_one_nothing(
    a_class: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal_here(monkeypatch, Tier.PLAIN)
    assert a_class.grade()[1] == []
    with pytest.raises(SealError, match="not 'full'"):
        a_class.grade(full_seal=True)
    results, _ = a_class.grade(force=True)
    assert {result.tier for result in results.values()} == {Tier.PLAIN}
    assert a_class.grade()[1] == []
    seal_here(monkeypatch, Tier.FULL)
    results, ran = a_class.grade()
    assert ran == [*CELLS, *DOUBLE, *HALF] * 2
    assert {result.tier for result in results.values()} == {Tier.FULL}
    assert a_class.grade(full_seal=True)[1] == []


def test_results_of_two_seals_are_not_mixed(
    a_class: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal_here(monkeypatch, Tier.PLAIN)
    a_class.change("solutions/hw/cases.py", "size=5", "size=6")
    assert a_class.grade()[1] == [*CELLS, *DOUBLE, *HALF] * 2


def test_a_receipt_that_is_none_is_said_and_graded_again(a_class: Class) -> None:
    torn, copied = a_class.receipt("kim"), a_class.receipt("lee")
    copied.write_bytes(torn.read_bytes())
    data = json.loads(torn.read_bytes())
    data["result"]["exercises"][0]["cases"][0]["verdict"] = "failed"
    torn.write_text(json.dumps(data))
    after, ran = a_class.grade()
    assert ran == [*CELLS, *DOUBLE, *HALF] * 2
    assert a_class.said == [
        f"{torn}: It was changed after the grader had written it. 'kim' is graded again.",
        f"{copied}: It is of 'hw' by 'kim'. 'lee' is graded again.",
    ]
    assert [result.score for result in after.values()] == [3, 1]
    a_class.said.clear()
    assert a_class.grade() == (after, [])
    torn.write_bytes(torn.read_bytes()[:100])
    a_class.grade(force=True)  # nothing is said of what nobody reads
