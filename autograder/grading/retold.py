"""What is known of an exercise, told in the words of today: no code has to run for other words."""

from __future__ import annotations

from dataclasses import replace

from autograder.judging.judge import findings_of
from autograder.judging.prepared import ExerciseData
from autograder.results.result import ExerciseResult


def retold(exercise: ExerciseData, result: ExerciseResult) -> ExerciseResult:
    """`result`, with what is said of its mistakes as the judge says it now.

    Args:
        exercise: as it is now; it has the mistakes that it had, if under other hints.
        result: as it was told before.
    """
    by_name = {mistake.name: mistake for mistake in exercise.mistakes}
    named = [by_name[finding.mistake] for finding in result.findings if finding.mistake]
    anew = {finding.mistake: finding for finding in findings_of(exercise, named)}
    findings = tuple(anew.get(finding.mistake, finding) for finding in result.findings)
    return replace(result, findings=findings)
