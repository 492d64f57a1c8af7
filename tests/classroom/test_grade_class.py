"""Grading many: a time-out has a second go alone, and an interrupt keeps what is done."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from nbformat import NotebookNode

from autograder.classroom.threads import grade_many
from autograder.course.course import Course
from autograder.errors import AuthorError
from autograder.grading.graded import Graded
from autograder.results.result import SubmissionResult
from autograder.running.limits import Limits
from autograder.sealed.outside.open_processes import OpenProcesses

ROOT = Path(__file__).parents[2]


@pytest.fixture
def course(tmp_path: Path) -> Course:
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    for folder in ("solutions", "source"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return Course(tmp_path)


def hand_in(course: Course, *students: str, cell: str = "") -> None:
    notebook = json.loads(course.source_notebook("optimizers").read_text("utf-8"))
    if cell:
        own = {"cell_type": "code", "id": "own", "metadata": {}, "outputs": [], "source": cell}
        notebook["cells"].insert(0, {**own, "execution_count": None})
    for student in students:
        folder = course.submission(student, "optimizers")
        folder.mkdir(parents=True)
        (folder / "optimizers.ipynb").write_text(json.dumps(notebook), "utf-8")


def command(course: Course, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "autograder", "grade", "optimizers", *arguments],
        cwd=course.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, **environment},
    )


def test_a_time_out_has_a_second_go_alone() -> None:
    gone: list[tuple[str, int]] = []
    busy: set[str] = set()

    def grade_one(student: str, _: OpenProcesses) -> Graded:
        busy.add(student)
        gone.append((student, len(busy)))
        first = [name for name, _ in gone].count(student) == 1
        busy.discard(student)
        result = SubmissionResult(student, "optimizers", ())
        timed_out = student == "b" and first
        return Graded(student, Path(), result, NotebookNode(), {}, timed_out=timed_out)

    graded = [*grade_many(grade_one, ["a", "b", "c"], 2)]
    assert sorted(done.student for done in graded) == ["a", "b", "c"]
    assert not any(done.timed_out for done in graded)
    assert gone[-1] == ("b", 1)


def test_who_stops_listening_ends_what_runs() -> None:
    class Waiting:
        ended = threading.Event()

        def interrupt(self) -> None:
            self.ended.set()

    asked, waiting = threading.Event(), Waiting()

    def grade_one(student: str, opened: OpenProcesses) -> Graded:
        if student == "endless":
            opened.add(waiting)
            asked.set()
            assert waiting.ended.wait(60)
        else:
            assert asked.wait(60)
        return Graded(student, Path(), SubmissionResult(student, "hw", ()), NotebookNode())

    with closing(grade_many(grade_one, ["endless", "quick"], 2)) as graded:
        assert next(graded).student == "quick"
        assert not waiting.ended.is_set()
    assert waiting.ended.is_set()


def test_limits_stand_beside_the_cases(course: Course) -> None:
    assert course.load("optimizers").limits == Limits()
    cases = course.solutions / "optimizers" / "cases.py"
    text = cases.read_text("utf-8")
    cases.write_text(
        f"{text}\nfrom autograder import Limits\nlimits = Limits(threads=3)\n", "utf-8"
    )
    assert course.load("optimizers").limits == Limits(threads=3)
    cases.write_text(f"{text}\nlimits = 30\n", "utf-8")
    with pytest.raises(AuthorError, match="limits = 30: write"):
        course.load("optimizers")


@pytest.mark.slow
def test_less_than_the_full_seal_is_refused_or_said(course: Course, tmp_path: Path) -> None:
    hand_in(course, "kim")
    refused = command(course, "--seal=full", PATH=str(tmp_path))
    out, err = refused.communicate()
    assert (refused.returncode, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
    assert "not 'full'" in err
    taken = command(course, "--json", PATH=str(tmp_path))
    out, err = taken.communicate()
    assert taken.returncode == 0
    assert err.count("which is less than 'full'") == 1
    (result,) = json.loads(out)
    assert result["tier"] != "full"
    assert result["score"] == result["points"]


@pytest.mark.slow
def test_figures_are_run_where_asked(course: Course) -> None:
    source = course.source_notebook("optimizers")
    notebook = json.loads(source.read_text("utf-8"))
    drawn = "import matplotlib.pyplot as plt\nplt.plot([1, 2]);"
    figure: dict[str, object] = {"cell_type": "code", "id": "drawn", "outputs": [], "source": drawn}
    figure |= {"execution_count": None, "metadata": {"tags": ["figure"]}}
    notebook["cells"].append(figure)
    source.write_text(json.dumps(notebook), "utf-8")
    hand_in(course, "kim")
    shown = course.autograded / "kim" / "optimizers" / "optimizers.ipynb"
    pictures = []
    for arguments in ((), ("--figures",)):
        grader = command(course, *arguments)
        grader.communicate()
        assert grader.returncode == 0
        pictures.append(shown.read_text("utf-8").count("image/png"))
    assert pictures[0] == 0
    assert pictures[1] > 0


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is another thing there")
def test_an_interrupt_keeps_what_is_done(course: Course) -> None:
    hand_in(course, *(f"early-{number}" for number in range(4)))
    hand_in(course, *(f"late-{number}" for number in range(4)), cell="while True: pass")
    grader = command(course, "--jobs", "2")
    while grader.poll() is None and not list(course.reports.glob("*/early-*.json")):
        time.sleep(0.1)
    time.sleep(8)  # the other three wait to be written; a late one has 30 s
    grader.send_signal(signal.SIGINT)
    grader.communicate(timeout=20)
    assert grader.returncode == 1
    kept = sorted(path.stem for path in (course.reports / "optimizers").glob("*.json"))
    assert kept == [f"early-{number}" for number in range(4)]
    assert sorted(path.name for path in course.autograded.iterdir()) == kept


@pytest.mark.slow
def test_one_exercise_is_graded_again_into_the_gradebook(course: Course) -> None:
    hand_in(course, "kim", "lee")
    wrong = course.submission("lee", "optimizers") / "optimizers.ipynb"
    in_place = '-= self.lr * g\\n"', '-= g.mul_(self.lr)\\n"'
    wrong.write_text(wrong.read_text("utf-8").replace(*in_place, 1), "utf-8")
    out, err = command(course, "--json").communicate()
    assert err == ""
    before = json.loads(out)
    cases = course.solutions / "optimizers" / "cases.py"
    heavier = 'Case("three steps", public=True', 'Case("three steps", weight=9, public=True'
    cases.write_text(cases.read_text("utf-8").replace(*heavier, 1), "utf-8")
    torn = course.reports / "optimizers" / "kim.json"
    torn.write_bytes(torn.read_bytes()[:-9])
    out, err = command(course, "--json").communicate()
    assert err == f"autograder: {torn}: It is torn, or no JSON. 'kim' is graded again.\n"
    kim, lee = json.loads(out)
    assert kim["score"] == kim["points"]
    assert lee["exercises"][1:] == before[1]["exercises"][1:]
    scores = [result["exercises"][0]["score"] for result in (before[1], lee)]
    assert 0 < scores[0] < scores[1] < 1
    assert scored(course, "lee") == {
        f"check-{exercise['name']}": exercise["score"] for exercise in lee["exercises"]
    }
    shown = course.autograded / "lee" / "optimizers" / "optimizers.ipynb"
    assert repr(scores[1]) in shown.read_text("utf-8")


@pytest.mark.slow
def test_another_hint_is_told_everywhere_and_runs_nothing(course: Course) -> None:
    hand_in(course, "kim", "lee")
    wrong = course.submission("lee", "optimizers") / "optimizers.ipynb"
    shrink = "1 - self.beta1**self.t"
    assert shrink in wrong.read_text("utf-8")
    wrong.write_text(wrong.read_text("utf-8").replace(shrink, "1"), "utf-8")
    before = json.loads(command(course, "--json").communicate()[0])
    found = [
        finding["message"]
        for exercise in before[1]["exercises"]
        for finding in exercise["findings"]
        if finding["mistake"]
    ]
    assert found, before[1]
    hint = found[0].partition(": ")[2]
    (place,) = [path for path in course.solutions.rglob("*.py") if hint in path.read_text("utf-8")]
    place.write_text(place.read_text("utf-8").replace(hint, "look at t."), "utf-8")
    out, err = command(course, "--json").communicate()
    assert err == ""
    after = json.loads(out)
    assert [one["seconds"] for one in after] == [one["seconds"] for one in before]
    assert [one["score"] for one in after] == [one["score"] for one in before]
    assert json.dumps(after) == json.dumps(before).replace(hint, "look at t.")
    page = course.autograded_notebook("lee", "optimizers").read_text("utf-8")
    assert "look at t." in page
    assert hint not in page
    with closing(sqlite3.connect(course.gradebook)) as database:
        comments = [row[0] for row in database.execute("SELECT auto_comment FROM comment")]
    assert any(comment and "look at t." in comment for comment in comments)
    assert not any(comment and hint in comment for comment in comments)


def scored(course: Course, student: str) -> dict[str, float]:
    """What the gradebook holds of a student's checks."""
    query = """
        SELECT base_cell.name, auto_score FROM grade
        JOIN base_cell ON base_cell.id = grade.cell_id
        JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id
        JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id
        WHERE student_id = ?
    """
    with closing(sqlite3.connect(course.gradebook)) as database:
        return dict(database.execute(query, [student]))
