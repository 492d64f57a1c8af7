from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from nbgrader.apps import NbGrader
from nbgrader.apps.api import NbGraderAPI
from sqlalchemy import create_engine, inspect
from traitlets.config import Config

from autograder.gradebook import configure, write

from .small_course import FOLDER, Class


def state(a_class: Class) -> dict[str, Any]:
    """Everything that grading leaves behind: files with their bytes, rows of all tables."""
    files = a_class.course.autograded.rglob("*")
    tables = a_class.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {
        "files": {path: path.is_file() and path.read_bytes() for path in files},
        "rows": {name: a_class.rows(f"SELECT * FROM {name} ORDER BY 1") for (name,) in tables},
    }


@pytest.fixture
def graded_class(a_class: Class) -> Class:
    graded = a_class.graded("kim")
    (graded.submission / "hw.ipynb").write_text("{}")
    write(a_class.course, a_class.assignment, [graded])
    return a_class


def test_the_command_refuses_and_loses_nothing(graded_class: Class) -> None:
    before = state(graded_class)
    done = graded_class.nbgrader("autograde", "hw", "--force")
    assert done.returncode == 1
    assert "autograder grade hw" in done.stderr
    assert "Traceback" not in done.stderr
    assert state(graded_class) == before


def test_formgrader_refuses_and_loses_nothing(
    graded_class: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(graded_class)
    monkeypatch.setattr(sys, "path", [*sys.path])  # nbgrader puts the working directory there
    monkeypatch.chdir(graded_class.course.root)
    app = NbGrader()
    app.initialize([])
    said = NbGraderAPI(app.coursedir, parent=app).autograde("hw", "kim", force=True)
    assert said["success"] is False
    assert "autograder grade hw" in said["log"]
    assert state(graded_class) == before


@pytest.mark.parametrize("name", ["plain", FOLDER, "100 %41 sure?", "a#b&c"])
def test_the_gradebook_lies_in_the_course(tmp_path: Path, name: str) -> None:
    c = Config()
    (tmp_path / name).mkdir()
    configure(c, tmp_path / name)
    configure(c, tmp_path / name)  # as nbgrader does
    engine = create_engine(c.CourseDirectory.db_url)
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == []
    engine.dispose()
    assert (tmp_path / name / "gradebook.db").exists()
    assert tmp_path / name == Path(c.CourseDirectory.root)


def test_only_what_is_needed_is_set() -> None:
    c = Config()
    configure(c, "/course")
    assert {name: set(section) for name, section in c.items()} == {
        "CourseDirectory": {"root", "db_url"},
        "Autograde": {"exporter_class"},
    }
