"""What is built and committed is what `solutions/` says."""

import shutil
from pathlib import Path

import pytest

from autograder.building.build import build
from autograder.course.course import Course

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("assignment", Course(ROOT).assignments())
def test_source_and_release_are_current(assignment: str, tmp_path: Path) -> None:
    for folder in ("solutions", "source", "release"):
        shutil.copytree(ROOT / folder / assignment, tmp_path / folder / assignment)
    course = Course(tmp_path)
    built = build(course, course.load(assignment))
    assert built.changed == (), "run `autograder build` and commit what it writes"
