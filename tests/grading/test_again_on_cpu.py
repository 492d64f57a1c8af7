"""Code that works on the CPU alone, without a GPU: what it would refuse is refused by hand."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import nbformat
import pytest
import torch

from autograder.course.course import Course
from autograder.data.sentence import own_words
from autograder.demo.scripted import submission
from autograder.grading import run as run_module
from autograder.grading.again_on_cpu import counted, is_worth_trying
from autograder.grading.grade import grade
from autograder.grading.graded import Graded
from autograder.grading.set_up import set_up
from autograder.report.sentences import detail, message
from autograder.results.kinds import Kind, Verdict
from autograder.results.result import CaseResult, ExerciseResult, Finding
from autograder.running.cell import Cell
from autograder.running.limits import Limits
from autograder.sealed.outside.open_processes import OpenProcesses
from autograder.sealed.outside.session import Session

ROOT = Path(__file__).parents[2]
RAISED = Finding(
    Kind.RAISED, (own_words("Adam raised TypeError."),), (own_words("can't convert cuda:0"),)
)
WRONG = Finding(Kind.VALUE, (own_words("w0 differs from the reference."),))
PASSED = None


def result(*findings: Finding | None) -> ExerciseResult:
    cases = tuple(
        CaseResult(f"{n}", True, 1, Verdict.FAILED, finding=finding)
        if finding
        else CaseResult(f"{n}", True, 1, Verdict.PASSED, Fraction(1))
        for n, finding in enumerate(findings)
    )
    found = tuple(dict.fromkeys(finding for finding in findings if finding))
    return ExerciseResult("adam", Fraction(2), cases, found)


@pytest.mark.parametrize(
    ("on_gpu", "on_cpu", "cpu_counts"),
    [
        (result(RAISED, RAISED), result(PASSED, PASSED), True),
        (result(RAISED, RAISED), result(WRONG, WRONG), True),
        (result(PASSED, RAISED), result(PASSED, WRONG), True),
        (result(RAISED, RAISED), result(RAISED, PASSED), True),
        (result(RAISED, RAISED), result(RAISED, RAISED), False),
        (result(PASSED, RAISED), result(WRONG, WRONG), False),
        (result(PASSED, RAISED), result(RAISED, PASSED), False),
    ],
)
def test_the_cpu_counts_where_less_is_raised_there_and_no_less_earned(
    on_gpu: ExerciseResult, on_cpu: ExerciseResult, cpu_counts: bool
) -> None:
    assert is_worth_trying(on_gpu)
    result = counted(on_gpu, on_cpu)
    if not cpu_counts:
        assert result is on_gpu
        return
    assert result.cases == on_cpu.cases
    *others, note = result.findings
    assert others == [*on_cpu.findings]
    assert (note.kind, note.detail) == (Kind.NOTICE, RAISED.detail)
    assert message(note) == (
        "It works on the CPU alone. With tensors on a GPU: Adam raised TypeError. "
        "The score is that of a run on the CPU."
    )


def test_what_is_wrong_without_raising_is_wrong_everywhere() -> None:
    assert not is_worth_trying(result(PASSED, WRONG))


REFUSES = """
import torch
def refuse(*_, **__):
    raise TypeError("can't convert cuda:0 device type tensor to numpy")
torch.Tensor.numpy = torch.Tensor.__array__ = refuse
"""


class WithoutAGpu(Session):
    """A session in which tensors are no arrays, as on a GPU, where it is asked for one."""

    devices: list[str]

    def __init__(
        self,
        cells: Sequence[Cell],
        files: Path | None,
        limits: Limits | None,
        device: str,
        watched: Sequence[str],
        opened: OpenProcesses | None,
    ) -> None:
        self.devices.append(device)
        first = [Cell(-1, "a GPU's", REFUSES)] if device == "cuda" else []
        super().__init__([*first, *cells], files, limits, "cpu", watched=watched, opened=opened)


def untouchable(*_: Any, **__: Any) -> None:
    raise AssertionError("the grader has asked the driver")


@pytest.fixture
def grade_script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Grades a script of the corpus with --device cuda; the grader itself may not touch CUDA."""
    monkeypatch.setattr(WithoutAGpu, "devices", [], raising=False)
    monkeypatch.setattr(run_module, "Session", WithoutAGpu)
    for name in ("_lazy_init", "init", "is_available", "device_count", "current_device"):
        monkeypatch.setattr(torch.cuda, name, untouchable)
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    for folder in ("solutions", "source"):
        shutil.copytree(ROOT / folder / "optimizers", tmp_path / folder / "optimizers")

    def graded(name: str) -> Graded:
        source, released = (
            nbformat.read(ROOT / kind / "optimizers" / "optimizers.ipynb", as_version=4)
            for kind in ("source", "release")
        )
        script = ROOT / "corpus" / "submissions" / "optimizers" / f"{name}.py"
        folder = tmp_path / "submitted" / "kim" / "optimizers"
        folder.mkdir(parents=True)
        nbformat.write(submission(script, source, released), folder / "optimizers.ipynb")
        course = Course(tmp_path)
        return grade(set_up(course, course.load("optimizers"), "cuda"), "kim", folder)

    return graded


def test_arrays_keep_their_score_and_get_a_finding(grade_script: Any) -> None:
    result = grade_script("numpy_inside").result
    assert WithoutAGpu.devices == ["cuda", "cpu"]
    assert (result.score, result.device) == (result.points, "cuda")
    for exercise in result.exercises[:-1]:  # the last one is asked for numbers
        (found,) = exercise.findings
        assert message(found).startswith("It works on the CPU alone. With tensors on a GPU: ")
        assert "raised TypeError" in message(found)
        assert "to numpy" in detail(found)
    assert result.exercises[-1].findings == ()


def test_tensors_need_no_second_run(grade_script: Any) -> None:
    result = grade_script("no_bias_correction").result
    assert WithoutAGpu.devices == ["cuda"]
    assert result.score < result.points


def test_what_raises_everywhere_is_raised(grade_script: Any) -> None:
    result = grade_script("raises").result
    assert WithoutAGpu.devices == ["cuda", "cpu"]
    messages = [message(found) for exercise in result.exercises for found in exercise.findings]
    assert any("raised" in message for message in messages)
    assert not any("CPU" in message for message in messages)
