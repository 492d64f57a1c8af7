"""Sets up the grading of one assignment: all cases prepared, for any number of submissions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from nbformat import NotebookNode

from autograder import drives, notebooks
from autograder.course.course import Course
from autograder.errors import CourseError
from autograder.exercises.assignment import Assignment
from autograder.exercises.prepare import prepare
from autograder.exercises.recipe import recipe
from autograder.grading.asking import Batches, batches
from autograder.grading.digests import Digests
from autograder.judging.prepared import ExerciseData, on_device
from autograder.running.cell import Cell
from autograder.running.limits import Limits
from autograder.words.said import said


@dataclass(frozen=True)
class Ready:
    """An exercise, and what is made of its cases to ask them.

    Args:
        exercise: as it was prepared.
        on_device: as code on the device is judged.
        batches: as it is sent.
    """

    exercise: ExerciseData
    on_device: ExerciseData
    batches: Batches


@dataclass(frozen=True)
class Grading:
    """All that is needed to grade any submission of one assignment.

    Args:
        assignment: its name.
        exercises: all cases, hidden ones too.
        source: the instructor's notebook.
        files: the folder with the release's data files and drives.
        device: where the student's tensors live, "cpu" or "cuda".
        limits: what a submission may use.
        figures: whether cells that only draw are run, too.
        recipes: what made each exercise's cases, by its name (see `recipe`).
        names: what cases are known by instead of their recipes, by the exercise's name.
    """

    assignment: str
    exercises: tuple[ExerciseData, ...]
    source: NotebookNode
    files: Path
    device: str = "cpu"
    limits: Limits = field(default_factory=Limits)
    figures: bool = False
    recipes: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def digests(self) -> Digests:
        """What outcomes follow from."""
        return Digests(self)

    def asked_of(self, _student: str) -> Sequence[ExerciseData]:
        """What is asked of a student's submission: the same of everybody's."""
        return self.exercises

    def ready(self, exercise: ExerciseData) -> Ready:
        """What is made of `exercise` to ask it: once for all who are asked these very cases."""
        made = self._ready.get(id(exercise))
        if made is None or made.exercise is not exercise:  # of another process, an id says nothing
            judged_as = on_device(exercise, self.device)
            made = self._ready[id(exercise)] = Ready(exercise, judged_as, batches(exercise))
        return made

    @cached_property
    def _ready(self) -> dict[int, Ready]:
        return {}

    def cells(self, merged: NotebookNode) -> list[Cell]:
        """The cells of a submission, put into the source, that are run for its grading."""
        names = [exercise.name for exercise in self.exercises]
        return notebooks.runnable(merged, names, figures=self.figures)


def set_up(
    course: Course, assignment: Assignment, device: str = "cpu", *, figures: bool = False
) -> Grading:
    """Prepares all cases of an assignment.

    Raises:
        CourseError: where it was not built.
        AuthorError: where its solution fails, or a drive isn't there.
    """
    source = course.source_notebook(assignment.name)
    if not source.is_file():
        raise CourseError(
            said(
                "{source} is missing: run `autograder build {assignment}` first.",
                source=source,
                assignment=assignment.name,
            )
        )
    for exercise in assignment.exercises:  # a drive that can't be found is no student's fault
        drives.find(drives.reference(exercise.drive), source.parent)
    key, policy = course.key(), assignment.policy
    # Before anything of it has run and left its traces.
    recipes = {entry.name: recipe(entry, key, policy) for entry in assignment.exercises}
    return Grading(
        assignment=assignment.name,
        exercises=tuple(prepare(entry, key, policy) for entry in assignment.exercises),
        source=notebooks.read(source),
        files=source.parent,
        device=device,
        limits=assignment.limits,
        figures=figures,
        recipes=recipes,
    )
