"""An exercise judged in full: its replies, and what its code uses although it is forbidden."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.data.use import Use
from autograder.judging.judge import Reply, judge
from autograder.judging.policy import charge
from autograder.judging.prepared import ExerciseData
from autograder.results.result import ExerciseResult


def judged(exercise: ExerciseData, replies: Sequence[Reply], uses: Sequence[Use]) -> ExerciseResult:
    """The result of `exercise`, in a student's own check as in grading.

    Args:
        exercise: the cases that were asked, and the policy that holds.
        replies: one for each case, in their order.
        uses: what the code was found to use of what the exercise forbids.
    """
    result = judge(exercise, replies)
    return charge(exercise.policy, exercise.object_name, result, uses)
