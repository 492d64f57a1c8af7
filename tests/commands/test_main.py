"""The command line as people meet it: help, one-line errors, exit statuses."""

import shutil
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import nbformat
import pytest

from autograder.commands.main import main
from autograder.demo.scripted import submission
from autograder.sealed.outside import best_seal

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "autograder"]


def autograder(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments], cwd=cwd, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture
def course(tmp_path: Path) -> Path:
    (tmp_path / "nbgrader_config.py").touch()
    (tmp_path / "solutions" / "empty").mkdir(parents=True)
    return tmp_path


def test_help_teaches(tmp_path: Path) -> None:
    shown = autograder("--help", cwd=tmp_path).stdout
    for word in ("check", "build", "grade", "demo", "Students", "Instructors"):
        assert word in shown


@pytest.mark.parametrize("command", ["check", "build", "grade", "demo"])
def test_every_command_has_its_help(command: str, tmp_path: Path) -> None:
    done = autograder(command, "--help", cwd=tmp_path)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) > 5


def test_a_check_without_jupyter_says_what_is_forbidden(tmp_path: Path) -> None:
    source, released = (
        nbformat.read(ROOT / kind / "optimizers" / "optimizers.ipynb", as_version=4)
        for kind in ("source", "release")
    )
    script = ROOT / "corpus" / "submissions" / "optimizers" / "borrowed_from_torch.py"
    nbformat.write(submission(script, source, released), tmp_path / "mine.ipynb")
    shutil.copy(ROOT / "release" / "optimizers" / "checks.safetensors", tmp_path)
    done = autograder("check", "mine.ipynb", "sgd", "rmsprop", cwd=tmp_path)
    assert done.returncode == 0
    assert "sgd: 4 of 4 public cases pass." in done.stdout
    assert done.stderr.splitlines() == [
        "sgd: SGD uses torch.optim.SGD, which this exercise forbids. "
        "torch.optim.SGD stands in sgd, line 3."
    ]


@pytest.mark.parametrize(
    ("encoding", "written"),
    [("ascii", "✗ 김".encode()), ("utf-8", "✗ 김".encode()), ("latin-1", b"? ?")],
)
def test_a_terminal_that_lacks_our_signs_ends_no_command(
    encoding: str, written: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    beneath = BytesIO()
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(beneath, encoding))
    assert main(["build"], standalone_mode=False) == 2
    print("✗ 김", end="", flush=True)
    assert beneath.getvalue() == written


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build", "optimizers"], "is no course"),
        (["grade", "optimizers"], "is no course"),
        (["check", "nothing.ipynb"], "There is no notebook nothing.ipynb"),
    ],
)
def test_a_folder_that_is_no_course_gets_one_line(
    arguments: list[str], said: str, tmp_path: Path
) -> None:
    done = autograder(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build", "optimizer"], "There is no assignment 'optimizer'"),
        (["grade", "optimizer"], "There is no assignment 'optimizer'"),
        (["grade"], "There are no submissions"),
    ],
)
def test_what_is_not_in_the_course_gets_one_line(
    arguments: list[str], said: str, course: Path
) -> None:
    done = autograder(*arguments, cwd=course)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(not best_seal.no_gpu(), reason="this machine may have a GPU")
def test_a_gpu_that_is_not_there_gets_one_line(course: Path) -> None:
    done = autograder("grade", "empty", "--device", "cuda", cwd=course)
    assert done.returncode == 2
    assert "--device cuda: there is no GPU to compute on" in done.stderr
    assert done.stderr.count("\n") == 1
