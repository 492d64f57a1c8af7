"""What a student sees of `check`, in a notebook and in plain Python."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder import check
from autograder.course.course import Course
from autograder.exercises.prepare import prepare_public
from autograder.files import CHECKS
from autograder.judging import bundle
from autograder.running.shell import Cells

COURSE = Course(Path(__file__).parents[2])
UNCORRECTED = """
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.s = {}, {}
    def update(self, params, grads):
        for k, g in grads.items():
            self.m[k] = self.beta1 * self.m.get(k, 0) + (1 - self.beta1) * g
            self.s[k] = self.beta2 * self.s.get(k, 0) + (1 - self.beta2) * g ** 2
            params[k] -= self.lr * self.m[k] / (self.s[k].sqrt() + self.eps)
"""
RIGHT = """
class SGD:
    def __init__(self, lr):
        self.lr = lr
    def update(self, params, grads):
        for k, g in grads.items():
            params[k] -= self.lr * g
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    exercises = COURSE.load("optimizers").exercises
    bundle.write(tmp_path / CHECKS, [prepare_public(exercise) for exercise in exercises])
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def notebook() -> Iterator[Cells]:
    with Cells() as cells:
        cells.run("setup", "from autograder import check")
        yield cells


def outputs(cells: Cells, source: str) -> dict[str, Any]:
    run = cells.run("check", source)
    assert not run.failed
    return {output.get("name", output["output_type"]): output for output in run.outputs}


def test_a_known_mistake_is_named_and_one_sentence_goes_to_stderr(notebook: Cells) -> None:
    notebook.run("adam", UNCORRECTED)
    got = outputs(notebook, 'check("adam")')
    shown = got["display_data"]["data"]
    for form in (shown["text/html"], shown["text/plain"]):
        assert "no-bias-correction: m and s start at zero" in form
        assert "At step 1, w0[0, 0] differs from the reference." in form
    said = got["stderr"]["text"]
    assert said.startswith("adam: ")
    assert said.count("adam: ") == 1
    assert max(map(len, said.splitlines())) <= 88  # what Validate's dialog shows of a line
    assert "no-bias-correction" in said


def test_where_a_run_leaves_the_reference_is_drawn(notebook: Cells) -> None:
    notebook.run("adam", UNCORRECTED)
    shown = outputs(notebook, 'check("adam")')["display_data"]["data"]
    assert set(shown) == {"text/plain", "text/html"}
    assert shown["text/html"].count("<img") == 1
    assert "first steps: w0[0, 0] leaves the reference at step 1." in shown["text/html"]
    assert 'alt="w0[0, 0] against step 1 to 5: yours and the reference' in shown["text/html"]
    assert "<img" not in outputs(notebook, 'check("sgd")')["display_data"]["data"]["text/html"]


def test_nothing_is_drawn_with_where_everything_passes(folder: Path) -> None:
    code = f"{RIGHT}\nimport sys\nfrom autograder import check\ncheck('sgd')"
    ask = f"{code}\nsys.exit('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", ask], check=False, cwd=folder, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"sgd: 4 of 4 public cases pass." in done.stdout


def test_a_sign_that_the_terminal_lacks_ends_no_check(folder: Path) -> None:
    code = f"{RIGHT}\nfrom autograder import check\ncheck('sgd')\ncheck('adam')"
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        cwd=folder,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == 0, done.stderr
    assert b"sgd: 4 of 4 public cases pass." in done.stdout
    assert b"? every case: Adam is not defined" in done.stdout


def test_what_passes_says_nothing_to_stderr_and_returns_nothing(notebook: Cells) -> None:
    notebook.run("sgd", RIGHT)
    got = outputs(notebook, 'check("sgd")')
    assert list(got) == ["display_data"]
    assert "4 of 4 public cases pass" in got["display_data"]["data"]["text/plain"]


def test_a_check_leaves_the_students_draws_alone(notebook: Cells) -> None:
    draws = "print(torch.rand(1).item(), np.random.random(), random.random())"
    seeds = "torch.manual_seed(5), np.random.seed(5), random.seed(5)"
    undisturbed, checked = (
        notebook.run(
            "draws",
            f"import random, numpy as np, torch\n{RIGHT}\n{seeds}\n{draws}\n{between}\n{draws}",
        ).outputs
        for between in ("", 'check("sgd")')
    )
    assert "".join(output.get("text", "") for output in checked) == undisturbed[0]["text"]


BORROWED = """
class SGD:
    def __init__(self, lr):
        self.lr = lr
    def update(self, params, grads):
        for k, p in params.items():
            p.grad = grads[k].clone()
        torch.optim.SGD(params.values(), lr=self.lr).step()
"""


def test_what_an_exercise_forbids_is_said_to_stderr(notebook: Cells) -> None:
    notebook.run("imports", "import torch")
    notebook.run("sgd", BORROWED)
    got = outputs(notebook, 'check("sgd")')
    said = " ".join(got["stderr"]["text"].split())
    assert said == (
        "sgd: SGD uses torch.optim.SGD, which this exercise forbids. "
        "torch.optim.SGD stands in In [3], line 8."
    )
    assert "4 of 4 public cases pass" in got["display_data"]["data"]["text/plain"]
    notebook.run("sgd", RIGHT)
    notebook.run("compare", "theirs = torch.optim.SGD([torch.zeros(1)], lr=SGD(0.1).lr)")
    assert list(outputs(notebook, 'check("sgd")')) == ["display_data"]


def test_check_without_names_checks_all(notebook: Cells) -> None:
    notebook.run("sgd", RIGHT)
    got = outputs(notebook, "check()")
    shown = got["display_data"]["data"]["text/plain"]
    assert "sgd: 4 of 4" in shown
    assert "Adam is not defined: run its cell, and keep its name." in shown


def test_an_exception_in_the_students_code_is_shown_with_its_own_line(notebook: Cells) -> None:
    notebook.run("sgd", RIGHT.replace("self.lr * g", "self.rate * g"))
    shown = outputs(notebook, 'check("sgd")')["display_data"]["data"]["text/plain"]
    assert "SGD raised AttributeError." in shown
    assert "line 6, in update: params[k] -= self.rate * g" in shown


def test_an_unknown_exercise_says_which_there_are(notebook: Cells) -> None:
    got = outputs(notebook, 'check("adm")')
    assert list(got) == ["stderr"]
    assert "There is no exercise 'adm' in this assignment; it has: sgd, " in got["stderr"]["text"]


def test_a_missing_bundle_says_what_to_do(notebook: Cells, folder: Path) -> None:
    (folder / CHECKS).unlink()
    got = outputs(notebook, 'check("adam")')
    assert "keep it beside the notebook" in got["stderr"]["text"]


def test_in_plain_python_the_result_is_printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["__main__"], "SGD", None, raising=False)
    check("sgd")
    printed = capsys.readouterr()
    assert "sgd: 0 of 4 public cases pass." in printed.out
    assert "SGD is a NoneType" in printed.out
    assert printed.err.startswith("sgd: 4 of 4 cases fail.")
