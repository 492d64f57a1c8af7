"""What is built and committed is what `solutions/` says."""

import shutil
from pathlib import Path

import pytest

from autograder.build import build
from autograder.course import Course

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("assignment", Course(ROOT).assignments())
def test_source_and_release_are_current(assignment: str, tmp_path: Path) -> None:
    for folder in ("solutions", "source", "release"):
        shutil.copytree(ROOT / folder / assignment, tmp_path / folder / assignment)
    course = Course(tmp_path)
    built = build(course, course.load(assignment))
    assert built.changed == (), "run `autograder build` and commit what it writes"
