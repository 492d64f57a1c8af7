"""The demo's folder: what is written, again, and what is refused."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from datetime import datetime
from pathlib import Path

import nbformat
import pytest

from autograder.demo import making
from autograder.errors import CourseError

ROOT = Path(__file__).parents[2]
CLASS = """
[student01]
rates = "frozen"

[student02]
rates = { script = "frozen", file = "rates (1).ipynb" }

[student03]
rates = { text = "{" }
"""
SCRIPT = """\
# ---
# autograder:
#   about: the rate is frozen
# ---
# %% solution="rate"
rate = 1
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    root = tmp_path / "checkout"
    files = {
        "nbgrader_config.py": "",
        "solutions/rates/cases.py": "exercises = []\n",
        "solutions/rates/__pycache__/cases.pyc": "",
        "corpus/submissions/class.toml": CLASS,
        "corpus/submissions/rates/frozen.py": SCRIPT,
        "source/rates/rates.ipynb": notebook("rate = 2"),
        "release/rates/rates.ipynb": notebook("# YOUR CODE HERE"),
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


def notebook(text: str) -> str:
    marks = {"nbgrader": {"grade_id": "rate", "solution": True}}
    cell = nbformat.v4.new_code_cell(text, id="rate", metadata=marks)
    return str(nbformat.writes(nbformat.v4.new_notebook(cells=[cell])))


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_course_and_its_class_are_written(tmp_path: Path, checkout: Path) -> None:
    said = making.make_class(tmp_path / "demo", checkout)
    assert said == f"A course and 3 submissions of 3 students lie in {tmp_path / 'demo'}/."
    notes = ["submission_secret.txt", "timestamp.txt"]
    assert files(tmp_path / "demo") == [
        "DEMO.txt",
        "nbgrader_config.py",
        "solutions/rates/cases.py",
        *(f"submitted/student01/rates/{name}" for name in ["rates.ipynb", *notes]),
        *(f"submitted/student02/rates/{name}" for name in ["rates (1).ipynb", *notes]),
        *(f"submitted/student03/rates/{name}" for name in ["rates.ipynb", *notes]),
    ]
    submitted = tmp_path / "demo/submitted"
    handed_in = nbformat.read(submitted / "student01/rates/rates.ipynb", as_version=4)
    assert [cell.source for cell in handed_in.cells] == ["rate = 1"]
    assert (submitted / "student03/rates/rates.ipynb").read_text() == "{"
    stamp = (submitted / "student01/rates/timestamp.txt").read_text()
    assert datetime.strptime(stamp, "%Y-%m-%d %H:%M:%S.%f %Z")


def test_a_demo_is_written_anew_and_keeps_its_gradebook(tmp_path: Path, checkout: Path) -> None:
    making.make_class(tmp_path / "demo", checkout)
    (tmp_path / "demo/gradebook.db").write_text("scores")
    (tmp_path / "demo/submitted/student09/rates").mkdir(parents=True)
    making.make_class(tmp_path / "demo", checkout)
    assert (tmp_path / "demo/gradebook.db").read_text() == "scores"
    assert not (tmp_path / "demo/submitted/student09").exists()


def test_another_folder_is_left_alone(checkout: Path) -> None:
    before = files(checkout)
    with pytest.raises(CourseError, match="holds something else than a demo"):
        making.make_class(checkout, checkout)
    with pytest.raises(CourseError, match="is a file"):
        making.make_class(checkout / "nbgrader_config.py", checkout)
    assert files(checkout) == before


def test_an_unbuilt_checkout_says_what_to_do(tmp_path: Path, checkout: Path) -> None:
    (checkout / "release/rates/rates.ipynb").unlink()
    with pytest.raises(CourseError, match=r"rates\.ipynb is not there: run `autograder build`"):
        making.make_class(tmp_path / "demo", checkout)


def test_the_checkout_is_found(monkeypatch: pytest.MonkeyPatch, checkout: Path) -> None:
    monkeypatch.setattr("autograder.__file__", str(checkout / "autograder/__init__.py"))
    assert making.checkout() == checkout
    monkeypatch.setattr("autograder.__file__", "/nowhere/site-packages/autograder/__init__.py")
    monkeypatch.chdir(checkout)
    assert making.checkout() == checkout


def test_without_a_checkout_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("autograder.__file__", "/nowhere/site-packages/autograder/__init__.py")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CourseError, match="run `autograder demo` in a checkout of the project"):
        making.checkout()


def test_the_class_has_sixteen_students_whose_scripts_are_there() -> None:
    submissions = ROOT / "corpus/submissions"
    students = tomllib.loads((submissions / "class.toml").read_text())
    assert list(students) == [f"student{number:02}" for number in range(1, 17)]
    for handed_in in students.values():
        for assignment, what in handed_in.items():
            script = what if isinstance(what, str) else what.get("script")
            assert script is None or (submissions / assignment / f"{script}.py").is_file(), script


@pytest.mark.slow
def test_the_demo_runs_from_end_to_end(tmp_path: Path) -> None:
    """The first command of the README, but for what it installs."""
    command = [sys.executable, "-m", "autograder"]
    made = subprocess.run(
        [*command, "demo", str(tmp_path / "demo")],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert made.returncode == 0, made.stderr
    assert "What to type next" in made.stdout
    receipts = [json.loads(path.read_text()) for path in tmp_path.glob("demo/reports/*/*.json")]
    graded = {(kept["result"]["student"], kept["result"]["assignment"]) for kept in receipts}
    students = tomllib.loads((ROOT / "corpus/submissions/class.toml").read_text())
    assert graded == {(student, name) for student, handed in students.items() for name in handed}
    assert len({name for _, name in graded}) == len([*(ROOT / "release").glob("*/*.ipynb")])
