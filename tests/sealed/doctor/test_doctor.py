"""The doctor's attempts: held behind the walls, and open where there are none."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from autograder.commands.tables.seal import show
from autograder.errors import SealError
from autograder.sealed.doctor.examination import examine
from autograder.sealed.outside import best_seal
from autograder.sealed.outside.plain_seal import PlainSeal
from autograder.sealed.outside.seal import Tier

Require = Callable[[object, str], None]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="walls are Linux's"),
]

OPEN_TO_A_PLAIN_CHILD = {
    *("read a file of the course", "read /etc/passwd", "list the grader's files"),
    *("write beside that file", "TCP to this machine", "UDP to this machine"),
    *("an abstract socket", "a netlink socket", "signal the grader", "see other processes"),
    *("fork", "run a program", "memory shared by a name", "more threads than it has"),
    "more files than it has room for",
}
"""Where these fail without a wall, they prove nothing."""


def test_all_is_held_behind_the_full_seal(require: Require) -> None:
    found = best_seal.best()
    require(found.seal.tier is Tier.FULL, f"the seal is {found.seal.tier!r}: {found.missing}")
    assert [outcome for outcome in examine(found.seal) if not outcome.held] == []


@pytest.mark.parametrize("tier", [Tier.GPU, Tier.NO_NAMESPACES])
def test_the_walls_for_a_gpu_hold_all_but_what_its_driver_needs(
    tier: Tier, require: Require, capsys: pytest.CaptureFixture[str]
) -> None:
    from autograder.sealed.outside.warm_seal import WarmSeal

    seal = WarmSeal(tier, "cuda")
    try:
        outcomes = [*examine(seal)]
    except SealError as error:
        require(False, f"there is no seal {tier!r} for a GPU here: {error}")
    finally:
        seal.close()
    if tier is Tier.NO_NAMESPACES:  # where the user's threads are counted with all others
        outcomes = [one for one in outcomes if one.attempt.what != "more threads than it has"]
    assert [one.attempt.what for one in outcomes if not one.held] == ["memory shared by a name"]
    found = best_seal.BestSeal(seal, ("full: a GPU's driver needs more",))
    assert show(found, outcomes, "cuda") is (tier is Tier.GPU)
    printed = capsys.readouterr().out
    assert f"Seal for code on cuda: {tier}" in printed
    assert "driver needs it" in " ".join(printed.split())
    assert "Not full: a GPU's driver needs more" in printed


def test_without_walls_the_ways_are_open() -> None:
    outcomes = [*examine(PlainSeal())]
    ways = {outcome.attempt.what for outcome in outcomes if not outcome.held}
    assert ways >= OPEN_TO_A_PLAIN_CHILD


def test_less_than_full_is_said_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    found = best_seal.BestSeal(
        PlainSeal(), ("full: there is no [bwrap]", "no namespaces: no Landlock")
    )
    assert not show(found, [])
    printed = capsys.readouterr().out
    assert "Seal for code on cpu: plain child" in printed
    assert "Not full: there is no [bwrap]" in printed
    assert "apt install bubblewrap" in printed


def test_the_command_says_it_with_its_status() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "autograder", "doctor"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    full = best_seal.best().seal.tier is Tier.FULL
    assert done.returncode == (0 if full else 1), done.stderr
    assert f"Seal for code on cpu: {best_seal.best().seal.tier}" in done.stdout
    if best_seal.no_gpu():
        assert "No seal for code on cuda: there is no GPU to compute on: " in done.stdout
