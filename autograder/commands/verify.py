"""`autograder verify`: whether an assignment's grades can be trusted."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from autograder.commands.assignments import assignments_argument
from autograder.words.said import said

if TYPE_CHECKING:
    from autograder.course.course import Course


@click.command()
@assignments_argument
@click.option("--keys", default=10, show_default=True, help=said("How many other keys to try."))
@click.option("--mutants", is_flag=True, help=said("Change the solutions by machine, too."))
def verify(assignments: list[str], keys: int, mutants: bool) -> None:
    """Run the gates of ASSIGNMENTS (default: all): can their grades be trusted?

    Every known mistake goes through every case: it has to fail a hidden one, and to be told apart
    from all others; the solution, an independent oracle, the untouched release and the solved
    notebook get what they deserve. All of it under this course's key and under others, drawn
    anew. The exit status is 1 where a gate does not hold.

    With --mutants, each solution is changed in one place after another: an operator, a number, an
    argument, a statement that is missing. A hidden case has to notice every change. What none
    notices is shown: write a case, or, where the change makes no difference, say why in
    solutions/ASSIGNMENT/equivalent.toml:

    \b
        [[equivalent]]
        exercise = "scaled"
        before = "return float(scale * x)"
        after = "return (scale * x)"
        reason = "a product of floats is a float already."

    \b
    Examples:  autograder verify optimizers
               autograder verify --mutants --keys 2 optimizers
    """
    from autograder.course.course import Course

    course = Course.find(Path.cwd())
    hold = []
    for name in assignments or course.assignments():
        drawn = [course.key(), *(secrets.token_bytes(32) for _ in range(keys))]
        hold.append(_verify(course, name, drawn))
        if mutants:
            hold.append(_verify_mutants(course, name, drawn))
    sys.exit(not all(hold))


def _verify(course: Course, assignment: str, keys: Sequence[bytes]) -> bool:
    """Prints the matrices and the gates of an assignment; whether all of them hold."""
    from autograder.commands.tables import matrix
    from autograder.commands.tables.progress import progress
    from autograder.verifying.gates import verify
    from autograder.verifying.notebooks import rehearse

    loaded = course.load(assignment)
    with progress(said("Verifying {assignment}", assignment=assignment)) as advance:
        advance(0, len(keys) + 1)
        verified = []
        for done, key in enumerate(keys, start=1):
            verified.append([verify(exercise, key) for exercise in loaded.exercises])
            advance(done, len(keys) + 1)
        notebooks = rehearse(course, loaded)
    return matrix.show(assignment, verified, notebooks)


def _verify_mutants(course: Course, assignment: str, keys: Sequence[bytes]) -> bool:
    """Prints what became of an assignment's mutants; whether all are killed or equivalent."""
    from autograder.commands.tables import mutants
    from autograder.commands.tables.progress import progress
    from autograder.verifying.mutants.examining import examine

    with progress(said("Trying mutants of {assignment}", assignment=assignment)) as advance:
        examined = examine(course, assignment, keys, advance)
    return mutants.show(assignment, examined)
