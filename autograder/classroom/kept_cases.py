"""The cases of the last grading, beside its receipts, and the names by which they are known.

A change of the author's code that leaves every value as it was, but for rounding, is no reason to
grade again, nor is another hint: what is made now and has the outcomes of what was kept goes on
under the name that was kept. The file holds hidden cases, as receipts do, and is the instructor's
alone. Where it is lost, cases are known by their recipes, which are the same as long as nothing was
changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from autograder.course.course import Course
from autograder.errors import BundleError, CourseError
from autograder.files import write_whole
from autograder.grading.set_up import Grading
from autograder.judging import bundle
from autograder.judging.agreement import same_outcomes
from autograder.judging.prepared import ExerciseData
from autograder.words.said import said

FILE = "cases.safetensors"


@dataclass(frozen=True)
class Kept:
    """The cases of an exercise.

    Args:
        name: what they are known by, in receipts.
        recipe: what made them last.
        exercise: as they were when they got the name.
    """

    name: str
    recipe: str
    exercise: ExerciseData


def names(course: Course, grading: Grading) -> Mapping[str, str]:
    """What the cases of each exercise are known by; keeps them for the next grading.

    Raises:
        CourseError: where they can't be written.
    """
    path = course.reports / grading.assignment / FILE
    before = _read(path)
    kept = {
        exercise.name: _kept(before, grading.recipes[exercise.name], exercise)
        for exercise in grading.exercises
    }
    if _known_by(kept) != _known_by(before):
        _write(path, [*kept.values()])
    return {exercise: one.name for exercise, one in kept.items()}


def _known_by(kept: Mapping[str, Kept]) -> dict[str, tuple[str, str]]:
    """By this, two sets of kept cases are the same: a new name comes with other cases alone."""
    return {exercise: (one.name, one.recipe) for exercise, one in kept.items()}


def _kept(before: Mapping[str, Kept], recipe: str, exercise: ExerciseData) -> Kept:
    known = before.get(exercise.name)
    if known is None:
        return Kept(recipe, recipe, exercise)
    if same_outcomes(known.exercise, exercise):
        return replace(known, recipe=recipe)
    if known.recipe != recipe:
        return Kept(recipe, recipe, exercise)
    # They depend on something that the recipe does not see, so it can't name these as well.
    return Kept(sha256(f"{recipe} after {known.name}".encode()).hexdigest(), recipe, exercise)


def _read(path: Path) -> Mapping[str, Kept]:
    """What was kept, by the exercise's name; nothing where the file is not one of ours."""
    try:
        exercises, beside = bundle.decode(path)
        entries = [
            Kept(beside["names"][one.name], beside["recipes"][one.name], _hidden_again(one, beside))
            for one in exercises
        ]
    except (BundleError, OSError, LookupError, TypeError, ValueError):
        return {}
    return {kept.exercise.name: kept for kept in entries}


def _hidden_again(exercise: ExerciseData, beside: Mapping[str, Any]) -> ExerciseData:
    public = beside["public"][exercise.name]
    cases = zip(exercise.cases, public, strict=True)
    return replace(exercise, cases=tuple(replace(case, public=flag) for case, flag in cases))


def _write(path: Path, kept: list[Kept]) -> None:
    content = bundle.encode(
        [one.exercise for one in kept],
        names={one.exercise.name: one.name for one in kept},
        recipes={one.exercise.name: one.recipe for one in kept},
        public={one.exercise.name: [case.public for case in one.exercise.cases] for one in kept},
    )
    try:
        write_whole(path, content)
    except OSError as error:
        raise CourseError(
            said(
                "{path} can't be written ({reason}): allow it, or make room on the "
                "disk, and grade again.",
                path=path,
                reason=error.strerror,
            )
        ) from error
