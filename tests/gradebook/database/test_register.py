from __future__ import annotations

import dataclasses
from fractions import Fraction
from pathlib import Path

import nbformat
import pytest

from autograder.errors import AuthorError, CourseError
from autograder.gradebook import register, write

from ..small_course import Class, marked, source_notebook

CELLS = """
    SELECT base_cell.name, base_cell.type, grade_cells.max_score
    FROM base_cell LEFT JOIN grade_cells ON grade_cells.id = base_cell.id ORDER BY 1, 2
"""
SOURCES = "SELECT name, cell_type, locked, source, checksum FROM source_cell ORDER BY 1"


def edit_source(a_class: Class, old: str, new: str) -> None:
    path = a_class.course.source_notebook("hw")
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def change_points(a_class: Class, points: int) -> Class:
    """The class after an author has given adam other points, and built again."""
    edit_source(a_class, '"points": 10', f'"points": {points}')
    adam, sgd = a_class.assignment.exercises
    object.__setattr__(adam, "points", Fraction(points))
    return dataclasses.replace(
        a_class, assignment=dataclasses.replace(a_class.assignment, exercises=(adam, sgd))
    )


def test_the_gradebook_knows_the_cells(a_class: Class) -> None:
    register(a_class.course, a_class.assignment)
    assert a_class.rows(CELLS) == [
        ("adam", "SolutionCell", None),
        ("check-adam", "GradeCell", 10.0),
        ("check-sgd", "GradeCell", 4.0),
        ("sgd", "SolutionCell", None),
        ("why", "GradeCell", 2.0),
        ("why", "SolutionCell", None),
    ]
    sources = {name: source for name, _, _, source, _ in a_class.rows(SOURCES)}
    assert sources["check-adam"] == 'check("adam")'
    assert sources["adam"] == "class Adam:\n    # YOUR CODE HERE\n    raise NotImplementedError()"
    assert a_class.rows("SELECT version_num FROM alembic_version") == [("e43177bfe90b",)]


def test_no_command_has_to_be_found(a_class: Class, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    register(a_class.course, a_class.assignment)
    assert a_class.rows("SELECT name FROM assignment") == [("hw",)]


@pytest.mark.slow
def test_before_and_after_generate_assignment(a_class: Class) -> None:
    """Both write the same, in either order, also when there are submissions."""
    made = a_class.nbgrader("generate_assignment", "hw")
    assert made.returncode == 0, made.stderr
    theirs = a_class.rows(CELLS), a_class.rows(SOURCES)
    register(a_class.course, a_class.assignment)
    assert (a_class.rows(CELLS), a_class.rows(SOURCES)) == theirs
    write(a_class.course, a_class.assignment, [a_class.graded("kim")])
    grades = a_class.grades()
    again = a_class.nbgrader("generate_assignment", "hw", "--force")
    assert again.returncode == 0, again.stderr
    register(a_class.course, a_class.assignment)
    assert (a_class.rows(CELLS), a_class.rows(SOURCES)) == theirs
    assert a_class.grades() == grades


def test_points_may_change_after_submissions(a_class: Class) -> None:
    write(a_class.course, a_class.assignment, [a_class.graded("kim")])
    changed = change_points(a_class, 12)
    register(changed.course, changed.assignment)
    assert ("check-adam", "GradeCell", 12.0) in a_class.rows(CELLS)
    assert a_class.grades()["kim", "check-adam"][0] == 10.0


def test_cells_may_come_until_there_are_submissions(a_class: Class) -> None:
    register(a_class.course, a_class.assignment)
    notebook = source_notebook()
    more = nbformat.v4.new_code_cell("import math", id="more")
    notebook.cells.append(marked(more, "more", locked=True))
    nbformat.write(notebook, a_class.course.source_notebook("hw"))
    write(a_class.course, a_class.assignment, [a_class.graded("kim")])
    assert len(a_class.rows(SOURCES)) == 7
    nbformat.write(source_notebook(), a_class.course.source_notebook("hw"))
    with pytest.raises(CourseError, match="nbgrader db assignment remove hw --force"):
        register(a_class.course, a_class.assignment)
    assert len(a_class.rows(SOURCES)) == 7


def test_a_source_that_was_not_built_again(a_class: Class) -> None:
    edit_source(a_class, '"points": 10', '"points": 9')
    with pytest.raises(AuthorError, match=r"gives 10 points, .*its check gives 9.*autograder b"):
        register(a_class.course, a_class.assignment)
    edit_source(a_class, '"check-adam"', '"check-adams"')
    with pytest.raises(AuthorError, match="has no check in the source"):
        register(a_class.course, a_class.assignment)
    assert not a_class.course.gradebook.exists()


def test_no_source(a_class: Class) -> None:
    a_class.course.source_notebook("hw").unlink()
    with pytest.raises(CourseError, match="autograder build hw"):
        register(a_class.course, a_class.assignment)


@pytest.mark.parametrize(
    ("old", "new"), [("### END SOLUTION", "### END"), ('"grade_id": "sgd"', '"grade_id": "adam"')]
)
def test_a_source_that_nbgrader_can_not_use(a_class: Class, old: str, new: str) -> None:
    edit_source(a_class, old, new)
    with pytest.raises(AuthorError, match="no notebook that nbgrader can use"):
        register(a_class.course, a_class.assignment)


def test_a_configuration_that_fails(a_class: Class) -> None:
    (a_class.course.root / "nbgrader_config.py").write_text("1 / 0")
    with pytest.raises(CourseError, match=r"can't be run: ZeroDivisionError"):
        register(a_class.course, a_class.assignment)


def test_another_course_in_the_working_directory(
    a_class: Class, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "nbgrader_config.py").write_text("1 / 0")
    monkeypatch.chdir(tmp_path)
    register(a_class.course, a_class.assignment)
    assert a_class.course.gradebook.exists()
