"""A course with one small exercise, whose mutants are quickly tried."""

from pathlib import Path

import pytest

from autograder.course.course import Course

SOURCE = '''
# %% [markdown]
# # Halves

# %% solution="half"
def half(x: float) -> float:
    """The half of `x`."""
    ### BEGIN SOLUTION
    return float(x / 2)
    ### END SOLUTION


# %% check="half"
'''

CASES = """
from autograder import Case, Exercise
from autograder.drives import scalar_calls

from .lesson import half as solution

half = Exercise(
    "half",
    solution=solution,
    points=1,
    drive=scalar_calls,
    cases=[
        Case("public", public=True, grid={"x": [3.0]}),
        Case("zero", grid={"x": [0.0]}),
        Case("hidden", grid={"x": [3.0, -5.0]}),
    ],
)

exercises = [half]
"""


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A course with the assignment `halves`."""
    folder = tmp_path / "solutions" / "halves"
    folder.mkdir(parents=True)
    (tmp_path / "nbgrader_config.py").touch()
    (folder / "__init__.py").touch()
    (folder / "lesson.py").write_text(SOURCE)
    (folder / "cases.py").write_text(CASES)
    return Course(tmp_path)


@pytest.fixture
def other_solution(course: Course) -> None:
    """The cases take their solution from elsewhere than the notebook."""
    elsewhere = "def half(x):\n    return 2 * x\n\n\nsolution = half\n"
    cases = CASES.replace("from .lesson import half as solution\n", elsewhere)
    (course.solutions / "halves" / "cases.py").write_text(cases)
