"""Every mutant of every solution is killed by a hidden case, or listed with the reason why not.

Under a fixed key and under two that are drawn anew; a failing test prints its keys.
"""

import secrets
from pathlib import Path

import pytest

from autograder.commands.tables import mutants
from autograder.course.course import Course
from autograder.verifying.mutants.examining import examine

ROOT = Path(__file__).parents[2]
COURSE = Course(ROOT)
FIXED = b"fixed key, thirty-two bytes long"


@pytest.mark.slow
@pytest.mark.parametrize("assignment", COURSE.assignments())
def test_every_mutant_is_killed_or_listed(assignment: str) -> None:
    keys = [FIXED, secrets.token_bytes(32), secrets.token_bytes(32)]
    print("keys:", *(key.hex() for key in keys))
    examined = examine(COURSE, assignment, keys, lambda *_: None)
    assert examined.holds, mutants.remarks(assignment, examined).plain
    assert mutants.summary(assignment, examined) in (ROOT / "README.md").read_text("utf-8")
