"""From the literate source to source/ and release/."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
import safetensors.torch
from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory

from autograder import notebooks
from autograder.building.build import PREPROCESSORS, Built, build
from autograder.course.course import Course
from autograder.errors import AuthorError
from autograder.files import CHECKS
from autograder.judging import bundle
from autograder.judging.values import Values
from tests.refused import refused

LITERATE = '''\
# %% [markdown]
# # Week 1

# %% locked="setup"
import functools

import torch
from torch import Tensor


# %% solution="double"
@functools.cache
def double(x: Tensor) -> Tensor:
    """Twice x."""
    ### BEGIN SOLUTION
    secret = 2
    return secret * x
    ### END SOLUTION


# %% check="double"

# %% solution="counter"
class Counter:
    """Counts up."""

    def __init__(self) -> None:
        ### BEGIN SOLUTION
        self.secret = 0
        ### END SOLUTION

    @property
    def next(self) -> int:
        if True:
            ### BEGIN SOLUTION
            self.secret += 1
            return self.secret
            ### END SOLUTION


# %% check="counter"

# %% figure="line"
# %matplotlib inline
# line(double)

# %%
x = 1
'''

CASES = """\
from autograder import Case, Exercise

from .drives import call, count
from .lesson import Counter, double

exercises = [
    Exercise("double", solution=double, points=2, drive=call,
             cases=[Case("one", public=True, x=1.0)]),
    Exercise("counter", solution=Counter, points=1.5, drive=count,
             cases=[Case("three", public=True)]),
]
"""

DRIVES = """\
import torch

from autograder import Drive, Inputs

call = Drive(
    "call",
    lambda draw, x: Inputs({}, {"x": torch.tensor([x])}),
    lambda obj, inputs: {"y": obj(inputs.tensors["x"])},
)


def _count(obj, inputs):
    counter = obj()
    return {"n": torch.tensor([float(counter.next) for _ in range(3)])}


count = Drive("count", lambda draw: Inputs({}, {}), _count)
"""


@pytest.fixture
def course(tmp_path: Path) -> Course:
    folder = tmp_path / "solutions" / "week1"
    (folder / "data" / "deep").mkdir(parents=True)
    (folder / "lesson.py").write_text(LITERATE)
    (folder / "cases.py").write_text(CASES)
    (folder / "mistakes.py").write_text("")
    (folder / "drives.py").write_text(DRIVES)
    (folder / "data" / "deep" / "points.csv").write_bytes(b"1,2\r\n\xff")
    (folder / "data" / ".DS_Store").touch()
    (tmp_path / "nbgrader_config.py").touch()
    return Course(tmp_path)


def built(course: Course) -> Built:
    return build(course, course.load("week1"))


def edit(course: Course, old: str, new: str) -> None:
    path = course.solutions / "week1" / "lesson.py"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


MADE = {"checks.safetensors", "data/deep/points.csv", "drives.py", "week1.ipynb"}


def test_what_a_build_makes(course: Course) -> None:
    made = built(course)
    folders = (course.source / "week1", course.release / "week1")
    assert set(made.files) == {folder / name for folder in folders for name in MADE}
    assert set(made.changed) == set(made.files)
    assert [set(files(folder)) for folder in folders] == [MADE, MADE]
    assert files(folders[1])["data/deep/points.csv"] == b"1,2\r\n\xff"
    assert [e.name for e in bundle.read(folders[1] / CHECKS)] == ["double", "counter"]


def test_a_second_build_changes_nothing(course: Course) -> None:
    built(course)
    times = {path: path.stat().st_mtime_ns for path in course.root.rglob("*.*")}
    again = built(course)
    assert again.changed == ()
    assert {path: path.stat().st_mtime_ns for path in times} == times


def disturb(path: Path, by: float) -> bytes:
    """Moves all that is expected by this part of it."""
    exercises = bundle.read(path)
    for exercise in exercises:
        for case in exercise.cases:
            assert isinstance(case.expected, Values)
            for tensor in case.expected.tensors.values():
                tensor *= 1 + by
    bundle.write(path, exercises)
    return path.read_bytes()


@pytest.mark.parametrize("lost", ["", "source", "release"])
def test_checks_that_differ_in_their_last_bits_are_left(course: Course, lost: str) -> None:
    built(course)
    kept = disturb(course.source / "week1" / CHECKS, 1e-14)
    if lost:
        (course.release / "week1" / CHECKS).write_bytes(kept)
        (course.root / lost / "week1" / CHECKS).unlink()
    changed = [path.relative_to(course.root).as_posix() for path in built(course).changed]
    assert changed == [f"{lost or 'release'}/week1/{CHECKS}"]
    for folder in (course.source, course.release):
        assert (folder / "week1" / CHECKS).read_bytes() == kept


def test_checks_that_say_else_are_written_anew(course: Course) -> None:
    built(course)
    path = course.source / "week1" / CHECKS
    right = path.read_bytes()
    disturb(path, 1e-5)
    older = safetensors.torch.save({}, {"autograder": '{"format": 0, "exercises": []}'})
    for folder in (course.source, course.release):
        (folder / "week1" / CHECKS).write_bytes(path.read_bytes())
    built(course)
    for content in (right[:-1], right + b"\0", b"", older):
        assert path.read_bytes() == right
        for folder in (course.source, course.release):
            (folder / "week1" / CHECKS).write_bytes(content)
        assert {one.name for one in built(course).changed} == {CHECKS}
    assert path.read_bytes() == right


@pytest.mark.slow
def test_another_process_gives_the_same_bytes(course: Course) -> None:
    built(course)
    first = files(course.source), files(course.release)
    for folder in (course.source, course.release):
        for path in folder.rglob("*.*"):
            path.unlink() if path.is_file() else None
    code = "import sys; from pathlib import Path; from autograder.building.build import build;"
    code += "from autograder.course.course import Course; c = Course(Path(sys.argv[1]));"
    code += "build(c, c.load('week1'))"
    environment = {**os.environ, "PYTHONHASHSEED": "1"}
    command = [sys.executable, "-c", code, str(course.root)]
    subprocess.run(command, check=True, env=environment)
    assert (files(course.source), files(course.release)) == first


def test_the_release_holds_stubs_for_solutions(course: Course) -> None:
    built(course)
    released = nbformat.read(course.release / "week1" / "week1.ipynb", as_version=4)
    texts = {cell.id: cell.source for cell in released.cells}
    assert texts["double"] == (
        "@functools.cache\n"
        "def double(x: Tensor) -> Tensor:\n"
        '    """Twice x."""\n'
        "    # YOUR CODE HERE\n"
        "    raise NotImplementedError()"
    )
    assert texts["counter"] == (
        "class Counter:\n"
        '    """Counts up."""\n'
        "\n"
        "    def __init__(self) -> None:\n"
        "        # YOUR CODE HERE\n"
        "        raise NotImplementedError()\n"
        "\n"
        "    @property\n"
        "    def next(self) -> int:\n"
        "        if True:\n"
        "            # YOUR CODE HERE\n"
        "            raise NotImplementedError()"
    )
    assert not [name for name, data in files(course.release).items() if b"secret" in data]
    nbformat.validate(released)
    for cell in released.cells:
        locked = "nbgrader" in cell.metadata and cell.metadata.nbgrader.locked
        assert (cell.metadata.get("editable") is False) == locked


def test_the_source_holds_the_solutions(course: Course) -> None:
    built(course)
    source = notebooks.read(course.source_notebook("week1"))
    assert "secret = 2" in next(cell.source for cell in source.cells if cell.id == "double")


def test_an_untouched_release_merges_into_itself(course: Course) -> None:
    built(course)
    source = notebooks.read(course.source_notebook("week1"))
    released = notebooks.read(course.release / "week1" / "week1.ipynb")
    merged = notebooks.merge(source, released)
    assert [cell.source for cell in merged.cells] == [cell.source for cell in released.cells]
    assert [cell.id for cell in merged.cells] == [cell.id for cell in source.cells]
    assert [cell.metadata for cell in merged.cells] == [cell.metadata for cell in source.cells]
    names = [cell.name for cell in notebooks.runnable(merged, ["double", "counter"])]
    assert names == ["setup", "double", "counter", "cell 8"]


def test_the_preprocessors_are_those_of_nbgrader() -> None:
    theirs = GenerateAssignment(coursedir=CourseDirectory()).preprocessors
    left_out = {"IncludeHeaderFooter", "InstantiateTests", "SaveCells"}
    assert [p for p in theirs if p.__name__ not in left_out] == list(PREPROCESSORS)


@pytest.mark.parametrize(
    "options", [["--no-db"], pytest.param([], marks=pytest.mark.slow)], ids=["no-db", "db"]
)
def test_nbgrader_makes_the_same_release(course: Course, options: list[str]) -> None:
    built(course)
    ours = files(course.release / "week1")
    place = Path(sys.executable).parent
    environment = {
        **os.environ,
        "HOME": str(course.root),
        "JUPYTER_CONFIG_DIR": str(course.root / "config"),
        "PATH": f"{place}{os.pathsep}{os.environ['PATH']}",  # nbgrader calls alembic
    }
    command = ["-m", "nbgrader", "generate_assignment", "week1", "--force", *options]
    subprocess.run(
        [sys.executable, *command],
        cwd=course.root,
        env=environment,
        check=True,
        capture_output=True,
    )
    assert files(course.release / "week1") == ours


def test_what_an_author_takes_away_goes(course: Course) -> None:
    built(course)
    (course.release / "week1" / "notes.pdf").write_bytes(b"by hand")
    (course.solutions / "week1" / "data" / "deep" / "points.csv").unlink()
    (course.solutions / "week1" / "data" / "deep").rmdir()
    (course.solutions / "week1" / "data" / "deep").write_bytes(b"a file now")
    changed = {path.relative_to(course.root).as_posix() for path in built(course).changed}
    assert changed == {
        f"{folder}/week1/data/{name}"
        for folder in ("source", "release")
        for name in ("deep", "deep/points.csv")
    }
    assert set(files(course.source / "week1")) == MADE - {"data/deep/points.csv"} | {"data/deep"}
    assert (course.release / "week1" / "notes.pdf").read_bytes() == b"by hand"


def test_a_drive_that_would_not_go_out_is_refused(course: Course) -> None:
    folder = course.solutions / "week1"
    (folder / "drives.py").rename(folder / "ways.py")
    (folder / "cases.py").write_text(CASES.replace(".drives", ".ways"))
    with refused(AuthorError, r"define it in drives\.py"):
        built(course)
    assert not course.release.exists()


def test_an_edit_shows_where_it_was_made(course: Course) -> None:
    built(course)
    edit(course, "# # Week 1", "# # Week one")
    assert {path.name for path in built(course).changed} == {"week1.ipynb"}


def test_a_change_of_the_solution_does_not_reach_the_release(course: Course) -> None:
    built(course)
    before = files(course.release)
    edit(course, "secret = 2", "secret = 1 + 1")
    assert built(course).changed == (course.source_notebook("week1"),)
    assert files(course.release) == before


def test_a_stub_that_is_not_valid_python(course: Course) -> None:
    edit(course, "@functools.cache\n", "@functools.cache\n### BEGIN SOLUTION\n")
    edit(course, '    """Twice x."""\n    ### BEGIN SOLUTION\n', '    """Twice x."""\n')
    with pytest.raises(AuthorError, match=r"solutions/week1/lesson\.py:11: .*not valid Python"):
        built(course)
    assert not course.source.exists()
    assert not course.release.exists()


def test_hidden_tests_outside_of_a_test(course: Course) -> None:
    edit(course, "x = 1", "x = 1\n### BEGIN HIDDEN TESTS\nassert x\n### END HIDDEN TESTS")
    with pytest.raises(AuthorError, match=r"lesson\.py: nbgrader says: Hidden test region"):
        built(course)


@pytest.mark.parametrize("name", ["data/link.csv", "drives.py"])
def test_links_are_not_handed_out(course: Course, name: str) -> None:
    week1 = course.load("week1")
    path = week1.folder / name
    path.unlink(missing_ok=True)
    path.symlink_to(course.solutions / "week1" / "cases.py")
    with pytest.raises(AuthorError, match=f"{path.name} is a link"):
        build(course, week1)


def test_cells_are_written_as_jupyter_writes_them(course: Course) -> None:
    built(course)
    text = (course.release / "week1" / "week1.ipynb").read_text(encoding="utf-8")
    assert text == nbformat.writes(nbformat.reads(text, as_version=4)) + "\n"
    assert json.loads(text)["nbformat_minor"] == 5
    for word in ("jupytext", "active", "lines_to_next_cell"):
        assert word not in text
