"""Putting mutants through the hidden cases, with the judge and the attempts that grading has."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from autograder.attempt import attempt
from autograder.data import ExerciseData, prepare
from autograder.drive import Failure, Inputs, Outputs
from autograder.errors import AuthorError
from autograder.exercise import Assignment, Exercise
from autograder.judge import judge
from autograder.mutants.making import Mutant
from autograder.verdict import Kind, Verdict

_LAZILY = annotations.compiler_flag


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
        self._exercises = {exercise.name: exercise for exercise in assignment.exercises}
        self._hidden = {
            exercise.name: [_hidden(exercise, key) for key in keys]
            for exercise in assignment.exercises
        }
        self._seconds = {solution.exercise: self._timed(solution) for solution in solutions}

    def seconds(self, mutant: Mutant) -> float:
        """How much CPU time its solution takes, all cases together."""
        return self._seconds[mutant.exercise]

    def fate(self, mutant: Mutant) -> Fate:
        """Runs the mutant's cell, and then its hidden cases up to the first that it fails."""
        exercise = self._exercises[mutant.exercise]
        try:
            namespace = _run(exercise, mutant.source)
        except Exception:  # a mutant may raise whatever it likes
            return Fate(mutant, Kind.RAISED, "its definition")
        falls = [_fall(cases, exercise, namespace) for cases in self._hidden[exercise.name]]
        return Fate(mutant, *falls[0]) if all(kind for kind, _ in falls) else Fate(mutant, None)

    def _timed(self, solution: Mutant) -> float:
        start = time.process_time()
        fate = self.fate(solution)
        if fate.kind is not None:
            raise AuthorError(
                f"exercise {solution.exercise!r}: what its solution cell defines fails at "
                f"{fate.case!r} ({fate.kind}): let cases.py take the solution from there."
            )
        return time.process_time() - start


def _hidden(exercise: Exercise, key: bytes) -> list[ExerciseData]:
    """Each hidden case as an exercise of its own."""
    data = prepare(replace(exercise, mistakes=()), key)
    return [replace(data, cases=(case,)) for case in data.cases if not case.public]


def _run(exercise: Exercise, source: str) -> dict[str, Any]:
    """What the cell defines, on top of what the module has that it stands in."""
    namespace = dict(vars(sys.modules[exercise.solution.__module__]))
    # Annotations are not run: the module may import what they name for type checkers alone.
    code = compile(source, "<mutant>", "exec", _LAZILY, dont_inherit=True)
    exec(code, namespace)
    return namespace


def _fall(
    cases: Sequence[ExerciseData], exercise: Exercise, namespace: Mapping[str, Any]
) -> tuple[Kind | None, str]:
    """How the first case that fails says so, and its name."""

    def ask(inputs: Inputs) -> Outputs | Failure:
        # Copies: what one mutant does to its inputs must not reach the next one.
        tensors = {name: tensor.clone() for name, tensor in inputs.tensors.items()}
        copied = Inputs(deepcopy(inputs.settings), tensors)
        return attempt(namespace, exercise.solution.__name__, exercise.drive, copied)

    for data in cases:
        [case] = judge(data, ask).cases
        if case.finding is not None and case.verdict is not Verdict.PASSED:
            return case.finding.kind, case.name
    return None, ""
