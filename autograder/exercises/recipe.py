"""What makes an exercise's cases, as a digest: the same on every machine.

What is computed is not in it, since its last bits are the processor's. In it is what it is computed
from: solution, mistakes, law and drive as syntax trees (`parts`), arguments, keys, and what is
counted. What is only said, as hints are, is not: nobody has to run for other words. The versions of
Python, of the packages and of this one stand beside it (`digests`).
"""

from __future__ import annotations

from hashlib import sha256

from autograder.drives.draw import PUBLIC_KEY
from autograder.exercises.exercise import Case, Exercise, Mistake
from autograder.exercises.parts import Parts
from autograder.judging.policy import DEFAULT, Policy


def recipe(exercise: Exercise, key: bytes, policy: Policy = DEFAULT) -> str:
    """A digest of all that `prepare` makes of these, but for hints.

    Args:
        exercise: as its author wrote it. It should not have run yet: what its code leaves in its
            modules' globals counts as well.
        key: the course key, from which hidden cases are drawn.
        policy: that of its assignment.
    """
    made_of = [
        *(exercise.name, exercise.solution.__name__, exercise.points, exercise.forbids),
        *(policy.valid_elsewhere, policy.library_use),
        *(sha256(PUBLIC_KEY).hexdigest(), sha256(key).hexdigest()),
        *(exercise.solution, exercise.drive, exercise.law),
        [_case(exercise, case) for case in exercise.cases],
        [_mistake(mistake) for mistake in exercise.mistakes],
    ]
    return sha256(Parts().of(made_of).encode()).hexdigest()


def _case(exercise: Exercise, case: Case) -> list[object]:
    arguments = {**exercise.defaults, **case.arguments}
    return [case.name, case.public, case.weight, float(case.slack), sorted(arguments.items())]


def _mistake(mistake: Mistake) -> list[object]:
    return [mistake.name, mistake.valid_elsewhere, mistake.variant]
