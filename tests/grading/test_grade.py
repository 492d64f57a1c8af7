"""Grading through the real command: scores, findings, and nothing lost on bad input."""

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest

from autograder.course.course import Course
from autograder.demo.scripted import submission
from autograder.grading.grade import grade
from autograder.grading.set_up import set_up
from autograder.judging.policy import Policy
from autograder.report.sentences import message
from autograder.results.kinds import Verdict
from autograder.sealed.outside import best_seal

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "corpus" / "submissions" / "optimizers"
# Python writes no Korean into a file's name where the locale is POSIX.
STUDENT = "김 철수" if sys.getfilesystemencoding() == "utf-8" else "kim cheolsu"


def run(course: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "autograder", "grade", "optimizers", *arguments],
        cwd=course,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def hand_in(course: Path, student: str, text: str | bytes, name: str = "optimizers.ipynb") -> None:
    folder = course / "submitted" / student / "optimizers"
    folder.mkdir(parents=True)
    content = text.encode() if isinstance(text, str) else text
    (folder / name).write_bytes(content)


def scripted(script: Path) -> str:
    source, released = (
        nbformat.read(ROOT / kind / "optimizers" / "optimizers.ipynb", as_version=4)
        for kind in ("source", "release")
    )
    text: str = nbformat.writes(submission(script, source, released))
    return text


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp(f"Kurs {STUDENT}")
    shutil.copy(ROOT / "nbgrader_config.py", root)
    for folder in ("solutions", "source"):
        shutil.copytree(ROOT / folder, root / folder)
    release = ROOT / "release" / "optimizers" / "optimizers.ipynb"
    hand_in(root, "unsolved", release.read_text("utf-8"))
    hand_in(root, "renamed", scripted(SCRIPTS / "plain.py"), "kim_2345_late_optimizers (1).ipynb")
    hand_in(root, STUDENT, scripted(SCRIPTS / "no_bias_correction.py"))
    hand_in(root, "borrowed", scripted(SCRIPTS / "borrowed_from_torch.py"))
    hand_in(root, "torn", release.read_text("utf-8")[:-200])
    hand_in(root, "latin", "{'ü'}".encode("latin-1"))
    hand_in(root, "nothing", "", "notes.txt")
    return root


@pytest.fixture(scope="module")
def graded(course: Path) -> dict[str, dict[str, Any]]:
    done = run(course, "--json")
    assert done.returncode == 0, done.stderr
    return {result["student"]: result for result in json.loads(done.stdout)}


def test_the_untouched_release_earns_exactly_zero(graded: dict[str, dict[str, Any]]) -> None:
    assert graded["unsolved"]["score"] == 0
    kinds = {e["findings"][0]["kind"] for e in graded["unsolved"]["exercises"]}
    assert kinds == {"unsolved"}


def test_a_renamed_right_notebook_earns_everything(graded: dict[str, dict[str, Any]]) -> None:
    result = graded["renamed"]
    assert result["score"] == result["points"]
    assert "was taken for optimizers.ipynb" in result["findings"][0]["message"]


def test_a_mistake_is_named(graded: dict[str, dict[str, Any]]) -> None:
    adam = {e["name"]: e for e in graded[STUDENT]["exercises"]}["adam"]
    assert adam["findings"][0]["mistake"] == "no-bias-correction"


def test_what_is_borrowed_is_a_note_for_the_instructor_and_costs_nothing(
    course: Path, graded: dict[str, dict[str, Any]]
) -> None:
    result = graded["borrowed"]
    notes = {e["name"]: e["notes"][0]["message"] for e in result["exercises"] if e["notes"]}
    assert list(notes) == ["sgd", "momentum", "adagrad", "adam", "decayed_rate"]
    assert notes["adam"] == (
        "Adam uses torch.optim.Adam, which this exercise forbids. "
        "torch.optim.Adam stands in adam, line 3."
    )
    assert result["score"] == result["points"]
    assert notes["sgd"] in " ".join(run(course, "--student", "borrowed").stdout.split())
    shown = course / "autograded" / "borrowed" / "optimizers" / "optimizers.ipynb"
    assert "this exercise forbids" not in shown.read_text("utf-8")


COMPUTED = """# ---
# autograder:
#   about: what no reader of the source finds
# ---
# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        self.lr = lr
    def update(self, params, grads):
        for name, p in params.items():
            p.grad = grads[name].clone()
        getattr(torch, "op" + "tim").SGD(params.values(), lr=self.lr).step()
"""


def test_what_is_seen_as_it_runs_costs_all_points_where_the_policy_says_so(
    course: Path, tmp_path: Path
) -> None:
    script, folder = tmp_path / "computed.py", tmp_path / "kim" / "optimizers"
    script.write_text(COMPUTED)
    folder.mkdir(parents=True)
    (folder / "optimizers.ipynb").write_text(scripted(script), "utf-8")
    grading = set_up(Course(course), Course(course).load("optimizers"))
    strict = [replace(e, policy=Policy(library_use="zero")) for e in grading.exercises]
    sgd, *others = grade(replace(grading, exercises=tuple(strict)), "kim", folder).result.exercises
    assert sgd.score == 0
    assert message(sgd.findings[0]) == (
        "SGD uses torch.optim.SGD, which this exercise forbids. "
        "torch.optim.SGD was called as it ran. It earns nothing."
    )
    assert all(exercise.verdict is Verdict.PASSED for exercise in others)


@pytest.mark.parametrize(
    ("student", "said"),
    [("torn", "not valid JSON"), ("latin", "UTF-8"), ("nothing", "There is no notebook")],
)
def test_what_cannot_be_read_is_zero_with_a_reason(
    student: str, said: str, graded: dict[str, dict[str, Any]]
) -> None:
    assert graded[student]["verdict"] == "failed"
    assert graded[student]["score"] == 0
    assert said in graded[student]["findings"][0]["message"]


def test_the_tier_of_the_seal_is_recorded(graded: dict[str, dict[str, Any]]) -> None:
    assert graded["renamed"]["tier"] == best_seal.best().seal.tier


def test_what_has_not_changed_is_not_run_again(
    course: Path, graded: dict[str, dict[str, Any]]
) -> None:
    again = {result["student"]: result for result in json.loads(run(course, "--json").stdout)}
    assert again["renamed"] == graded["renamed"]  # its seconds too: nothing ran
    notebook = course / "submitted" / "unsolved" / "optimizers" / "optimizers.ipynb"
    notebook.write_text(notebook.read_text("utf-8") + "\n", "utf-8")
    changed = json.loads(run(course, "--json", "--student", "unsolved").stdout)
    assert changed[0]["seconds"] != graded["unsolved"]["seconds"]


@pytest.fixture(scope="module")
def of_nobody(course: Path) -> subprocess.CompletedProcess[str]:
    """What is said of a student that there is not, while a stray folder lies about."""
    stray = course / "submitted" / "unsolved" / "\x1b]0;title\x07"
    stray.mkdir()
    done = run(course, "--student", "nobody")
    stray.rmdir()
    return done


def test_a_stray_folder_s_name_is_shown_as_text(
    of_nobody: subprocess.CompletedProcess[str],
) -> None:
    assert "unsolved/\ufffd]0;title\ufffd is of no assignment here" in of_nobody.stderr


def test_an_unknown_student_gets_one_line(of_nobody: subprocess.CompletedProcess[str]) -> None:
    assert of_nobody.returncode == 2
    assert "'nobody' submitted nothing" in of_nobody.stderr


def test_the_table_has_a_row_for_everyone(course: Path, graded: dict[str, dict[str, Any]]) -> None:
    shown = run(course).stdout
    assert all(student in shown for student in graded)
