"""Putting mutants through the hidden cases, with the judge and the attempts that grading has."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from autograder.data.inputs import Inputs
from autograder.data.outcomes import Failure, Outputs
from autograder.drives.drive import Drive
from autograder.errors import AuthorError
from autograder.exercises.assignment import Assignment
from autograder.exercises.exercise import Exercise
from autograder.exercises.prepare import prepare
from autograder.judging.judge import judge
from autograder.judging.prepared import ExerciseData
from autograder.results.kinds import Kind, Verdict
from autograder.running.attempt import attempt
from autograder.verifying.mutants.making import Mutant
from autograder.words.said import said


@dataclass(frozen=True)
class Fate:
    """What became of a mutant.

    Args:
        mutant: which one.
        kind: how the first hidden case that it fails says so; None where it passes all of them,
            under one of the keys at least.
        case: the name of that case.
    """

    mutant: Mutant
    kind: Kind | None
    case: str = ""

    @property
    def killed(self) -> bool:
        """Whether grading notices it."""
        return self.kind is not None


@dataclass(frozen=True)
class _Hidden:
    """A hidden case, as an exercise of its own, and how it is asked."""

    data: ExerciseData
    drive: Drive


class Trial:
    """The hidden cases of an assignment, ready to be asked.

    Args:
        assignment: which one.
        keys: the hidden cases are drawn under each of them, and under each a mutant has to fail.
        solutions: the solutions as their cells have them.

    Raises:
        AuthorError: where a solution does not pass: its mutants would fail for the same reason.
    """

    def __init__(
        self, assignment: Assignment, keys: Sequence[bytes], solutions: Sequence[Mutant]
    ) -> None:
        self._text = assignment.lesson.read_text(encoding="utf-8")
        self._exercises = {exercise.name: exercise for exercise in assignment.exercises}
        self._hidden = {
            exercise.name: [_hidden(_of_the_same(exercise, assignment), key) for key in keys]
            for exercise in assignment.exercises
        }
        self._sources = {solution.exercise: solution.source for solution in solutions}
        self._seconds = {solution.exercise: self._timed(solution) for solution in solutions}

    def seconds(self, mutant: Mutant) -> float:
        """How much CPU time its solution takes, all cases together."""
        return self._seconds[mutant.exercise]

    def fate(self, mutant: Mutant) -> Fate:
        """Runs the notebook's module with the change, and asks until a hidden case fails."""
        text = self._text.replace(self._sources[mutant.exercise], mutant.source)
        try:
            namespace = _run(self._exercises[mutant.exercise], text)
        except Exception:  # a mutant may raise whatever it likes
            return Fate(mutant, Kind.RAISED, said("its definition"))
        falls = [_fall(cases, namespace) for cases in self._hidden[mutant.exercise]]
        return Fate(mutant, *falls[0]) if all(kind for kind, _ in falls) else Fate(mutant, None)

    def _timed(self, solution: Mutant) -> float:
        start = time.process_time()
        fate = self.fate(solution)
        if fate.kind is not None:
            raise AuthorError(
                said(
                    "exercise {exercise}: what its solution cell defines fails at {case} "
                    "({kind}): let cases.py take the solution from there.",
                    exercise=repr(solution.exercise),
                    case=repr(fate.case),
                    kind=fate.kind,
                )
            )
        return time.process_time() - start


def _of_the_same(exercise: Exercise, assignment: Assignment) -> list[Exercise]:
    """`exercise`, then others that ask the same object: what one method keeps another may need."""
    name = exercise.solution.__name__
    sharing = [other for other in assignment.exercises if other.solution.__name__ == name]
    return sorted(sharing, key=lambda other: other is not exercise)


def _hidden(exercises: Sequence[Exercise], key: bytes) -> list[_Hidden]:
    prepared = [
        (prepare(replace(exercise, mistakes=()), key), exercise.drive) for exercise in exercises
    ]
    return [
        _Hidden(replace(data, cases=(case,)), drive)
        for data, drive in prepared
        for case in data.cases
        if not case.public
    ]


def _run(exercise: Exercise, text: str) -> dict[str, Any]:
    """What a module with this text defines, which is taken for the one that the solution is in."""
    own = vars(sys.modules[exercise.solution.__module__])
    namespace = {name: own[name] for name in ("__name__", "__package__", "__file__")}
    exec(compile(text, "<mutant>", "exec", dont_inherit=True), namespace)
    return namespace


def _fall(cases: Sequence[_Hidden], namespace: Mapping[str, Any]) -> tuple[Kind | None, str]:
    """How the first case that fails says so, and its name."""
    for hidden in cases:
        [case] = judge(hidden.data, [_ask(hidden, namespace)]).cases
        if case.finding is not None and case.verdict is not Verdict.PASSED:
            return case.finding.kind, case.name
    return None, ""


def _ask(hidden: _Hidden, namespace: Mapping[str, Any]) -> Outputs | Failure:
    inputs = hidden.data.cases[0].inputs
    # Copies: what one mutant does to its inputs must not reach the next one.
    tensors = {name: tensor.clone() for name, tensor in inputs.tensors.items()}
    copied = Inputs(deepcopy(inputs.settings), tensors)
    return attempt(namespace, hidden.data.object_name, hidden.drive, copied)
