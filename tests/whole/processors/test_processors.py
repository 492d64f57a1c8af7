"""On another processor nothing is built, judged or graded otherwise."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest
import torch

from autograder.building import build
from autograder.classroom import kept_cases, receipts
from autograder.classroom.grade_class import grade_class
from autograder.classroom.options import Options
from autograder.course.course import Course
from autograder.demo.scripted import expectation, submission
from autograder.exercises.exercise import Exercise
from autograder.exercises.prepare import prepare
from autograder.grading.set_up import Grading, set_up
from autograder.judging.judge import Reply, judge
from autograder.judging.prepared import ExerciseData
from autograder.judging.values import Values
from autograder.results.kinds import Kind
from autograder.results.result import ExerciseResult, SubmissionResult, named_mistakes
from autograder.running.attempt import attempt

from .disturbed import disturb

ROOT = Path(__file__).parents[3]
ASSIGNMENTS = Course(ROOT).assignments()
KEY = b"k" * 32


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A copy of this one."""
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    for folder in ("solutions", "source", "release"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return Course(tmp_path)


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_a_build_changes_no_file(
    course: Course, assignment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "_refuse_leaks", lambda *_: None)  # that takes most of the time
    disturb(monkeypatch)
    assert build.build(course, course.load(assignment)).changed == ()
    (course.release / assignment / "checks.safetensors").unlink()
    (course.source / assignment / "checks.safetensors").unlink()
    build.build(course, course.load(assignment))
    committed = (ROOT / "release" / assignment / "checks.safetensors").read_bytes()
    assert (course.release / assignment / "checks.safetensors").read_bytes() != committed


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_every_outcome_is_the_same(assignment: str, monkeypatch: pytest.MonkeyPatch) -> None:
    exercises = Course(ROOT).load(assignment).exercises
    here = [prepare(exercise, KEY) for exercise in exercises]
    disturb(monkeypatch)
    there = [prepare(exercise, KEY) for exercise in exercises]
    for exercise, mine, theirs in zip(exercises, here, there, strict=True):
        assert _computed(mine) != _computed(theirs)
        for name, replies in _submissions(exercise, mine).items():
            outcomes = [_outcome(judge(data, replies)) for data in (mine, theirs)]
            assert outcomes[0] == outcomes[1], (exercise.name, name)


def _submissions(exercise: Exercise, data: ExerciseData) -> dict[str, list[Reply]]:
    """What the solution and each known mistake give back, as students' code would."""
    variants = {mistake.name: mistake.variant for mistake in exercise.mistakes}
    ran = {} if exercise.law else variants
    replies = {
        name: [
            attempt({data.object_name: variant}, data.object_name, exercise.drive, case.inputs)
            for case in data.cases
        ]
        for name, variant in {"": exercise.solution, **ran}.items()
    }
    draw = torch.Generator().manual_seed(1)
    for name, law in variants.items() if exercise.law else ():
        replies[name] = [law(case.inputs).sample(draw) for case in data.cases]
    return replies  # type: ignore[return-value]


def _outcome(result: ExerciseResult) -> tuple[object, ...]:
    cases = [(case.name, case.verdict, case.credit) for case in result.cases]
    return (result.score, cases, named_mistakes(result.findings))


def _computed(exercise: ExerciseData) -> list[object]:
    """Numbers of its first case, to see that another processor gives others."""
    expected = exercise.cases[0].expected
    if isinstance(expected, Values):
        return [tensor.tolist() for tensor in expected.tensors.values()]
    first = next(iter(exercise.cases[0].mistakes.values()))
    return [expected.statistics, first and not isinstance(first, Values) and first.statistics]


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_no_digest_is_another(
    course: Course, assignment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = set_up(course, course.load(assignment))
    known = _digests(course, here)
    disturb(monkeypatch)
    there = set_up(course, course.load(assignment))
    assert [_computed(one) for one in here.exercises] != [_computed(one) for one in there.exercises]
    assert _digests(course, there) == known
    (course.reports / assignment / kept_cases.FILE).unlink()
    assert _digests(course, there) == known


def _digests(course: Course, grading: Grading) -> dict[str, str]:
    named = replace(grading, names=kept_cases.names(course, grading))
    return named.digests.outcomes([], "full")


@pytest.mark.slow
@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_a_class_gets_the_same(
    course: Course, assignment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every script of the corpus, graded here, then there: from receipts, without, and anew."""
    _hand_in_the_corpus(course, assignment)
    here = _grade(course, assignment)
    kept = _lasting(course, assignment)
    assert len(kept) > len(here) * 0.8
    disturb(monkeypatch)
    _grade(course, assignment)
    assert _lasting(course, assignment) == kept  # to the time that it took: nothing ran
    (course.reports / assignment / kept_cases.FILE).unlink()
    _grade(course, assignment)
    assert _lasting(course, assignment) == kept
    again = _grade(course, assignment, force=True)
    assert _lasting(course, assignment).keys() == kept.keys()
    assert [_outcomes(result) for result in again] == [_outcomes(result) for result in here]


def _hand_in_the_corpus(course: Course, assignment: str) -> None:
    source, released = (
        nbformat.read(folder / assignment / f"{assignment}.ipynb", as_version=4)
        for folder in (course.source, course.release)
    )
    for script in sorted((ROOT / "corpus" / "submissions" / assignment).glob("*.py")):
        if {Kind.TIME_OUT, Kind.CRASHED} & set(expectation(script).expects.values()):
            continue  # it would be tried again, for luck may have decided
        place = course.submission(script.stem, assignment)
        place.mkdir(parents=True)
        nbformat.write(submission(script, source, released), place / f"{assignment}.ipynb")


def _grade(course: Course, assignment: str, *, force: bool = False) -> list[SubmissionResult]:
    options = Options(jobs=2, force=force)
    return grade_class(course, assignment, options, lambda _, __: None, pytest.fail)


def _lasting(course: Course, assignment: str) -> dict[str, bytes]:
    """The receipts but for those of what may come out otherwise at the next try."""
    found = (course.reports / assignment).glob("*.json")
    written = {path.stem: path.read_bytes() for path in found}
    return {name: text for name, text in written.items() if receipts.parse(text).submission}


def _outcomes(result: SubmissionResult) -> list[Any]:
    return [result.student, result.score, *map(_outcome, result.exercises)]


@pytest.mark.slow
@pytest.mark.parametrize(
    "processor",
    [
        {"MKL_ENABLE_INSTRUCTIONS": "AVX2"},
        {"MKL_CBWR": "COMPATIBLE", "ATEN_CPU_CAPABILITY": "default"},
    ],
    ids=str,
)
def test_other_instructions_change_no_file(course: Course, processor: dict[str, str]) -> None:
    """What a library computes with the instructions of older processors."""
    subprocess.run(
        [sys.executable, "-m", "autograder", "build"],
        cwd=course.root,
        env={**os.environ, **processor},
        check=True,
    )
    for folder in ("source", "release"):
        for path in (ROOT / folder).glob("*/*.*"):  # not a wheel, which holds the package as it is
            made = course.root / path.relative_to(ROOT)
            assert path.is_dir() or made.read_bytes() == path.read_bytes(), path
