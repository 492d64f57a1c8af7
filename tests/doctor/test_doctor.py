"""The doctor's attempts: held behind the walls, and open where there are none."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from autograder.doctor.examination import examine
from autograder.doctor.table import show
from autograder.sealed import tiers
from autograder.sealed.plain import PlainSeal
from autograder.sealed.seal import Tier

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
    found = tiers.best()
    require(found.seal.tier is Tier.FULL, f"the seal is {found.seal.tier!r}: {found.missing}")
    assert [outcome for outcome in examine(found.seal) if not outcome.held] == []


def test_without_walls_the_ways_are_open() -> None:
    outcomes = [*examine(PlainSeal())]
    ways = {outcome.attempt.what for outcome in outcomes if not outcome.held}
    assert ways >= OPEN_TO_A_PLAIN_CHILD


def test_less_than_full_is_said_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    found = tiers.Found(PlainSeal(), ("full: there is no [bwrap]", "no namespaces: no Landlock"))
    assert not show(found, [])
    printed = capsys.readouterr().out
    assert "Seal: plain child" in printed
    assert "Not full: there is no [bwrap]" in printed
    assert "apt install bubblewrap" in printed


def test_the_command_says_it_with_its_status() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "autograder", "doctor"], capture_output=True, text=True, check=False
    )
    full = tiers.best().seal.tier is Tier.FULL
    assert done.returncode == (0 if full else 1), done.stderr
    assert f"Seal: {tiers.best().seal.tier}" in done.stdout
