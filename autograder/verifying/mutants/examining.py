"""Examining an assignment: what became of all mutants, beside what the author says of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from autograder.course.course import Course
from autograder.verifying.mutants import equivalent, making
from autograder.verifying.mutants.equivalent import Equivalent
from autograder.verifying.mutants.process import fates
from autograder.verifying.mutants.trial import Fate
from autograder.words.said import said


@dataclass(frozen=True)
class Examined:
    """The mutants of an assignment.

    Args:
        exercises: the names of its exercises.
        fates: what became of each mutant.
        listed: those that the author says to be equivalent.
    """

    exercises: tuple[str, ...]
    fates: tuple[Fate, ...]
    listed: tuple[Equivalent, ...]

    @property
    def killed(self) -> list[Fate]:
        """Those that a hidden case fails."""
        return [fate for fate in self.fates if fate.killed]

    @property
    def equivalent(self) -> list[tuple[Fate, Equivalent]]:
        """Those that nothing kills, with what the author says of them."""
        return [
            (fate, entry)
            for fate in self.fates
            for entry in self.listed
            if not fate.killed and entry.describes(fate.mutant)
        ]

    @property
    def survivors(self) -> list[Fate]:
        """Those that nothing kills, and that nobody has said anything of."""
        listed = [fate for fate, _ in self.equivalent]
        return [fate for fate in self.fates if not fate.killed and fate not in listed]

    @property
    def complaints(self) -> list[str]:
        """What the author says that is not so, and exercises of which there is no mutant."""
        used = [entry for _, entry in self.equivalent]
        made = {fate.mutant.exercise for fate in self.fates}
        return [
            *(self._stale(entry) for entry in self.listed if entry not in used),
            *(
                said("{exercise}: there is no mutant of it.", exercise=name)
                for name in self.exercises
                if name not in made
            ),
        ]

    @property
    def holds(self) -> bool:
        """Whether every mutant is killed, or rightly said to be equivalent."""
        return not self.survivors and not self.complaints

    def _stale(self, entry: Equivalent) -> str:
        alike = [fate for fate in self.fates if entry.describes(fate.mutant)]
        place = f"{equivalent.FILE}, {entry.exercise}: {entry.before!r} → {entry.after!r}"
        if not alike:
            return said("{place} is no mutant: remove the entry.", place=place)
        if not alike[0].case:
            return said("{place} is killed by its process: remove the entry.", place=place)
        return said(
            "{place} is killed by {case}: remove the entry.", place=place, case=repr(alike[0].case)
        )


def examine(
    course: Course,
    assignment: str,
    keys: Sequence[bytes],
    advance: Callable[[int, int], object],
) -> Examined:
    """Makes all mutants of `assignment` and tries them on the hidden cases.

    Args:
        course: where it lies.
        assignment: its name.
        keys: the hidden cases are drawn under each of them, and under each a mutant has to fail.
        advance: is told how many are tried, of how many.

    Raises:
        AuthorError: where the source, the list of equivalents, or a solution is not as it should.
    """
    loaded = course.load(assignment)
    listed = equivalent.read(loaded.folder)
    solutions = making.solutions(loaded)
    mutants = [mutant for solution in solutions for mutant in making.mutants(solution)]
    found: list[Fate] = []
    for fate in fates(course.root, assignment, keys, solutions, mutants):
        found.append(fate)
        advance(len(found), len(mutants))
    names = tuple(exercise.name for exercise in loaded.exercises)
    return Examined(names, tuple(found), listed)
