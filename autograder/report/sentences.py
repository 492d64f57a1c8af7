"""What a student may read of a result, as sentences; text and HTML only lay them out.

A hidden case appears by name, verdict and message; its details stay with the instructor.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from autograder.results.kinds import Verdict
from autograder.results.result import CaseResult, ExerciseResult, share

MARKS = {
    Verdict.PASSED: "✓",
    Verdict.FAILED: "✗",
    Verdict.SKIPPED: "–",
    Verdict.BROKEN: "!",
}


@dataclass(frozen=True)
class CaseLine:
    """One case of a report."""

    verdict: Verdict
    name: str
    message: str
    detail: str

    @property
    def mark(self) -> str:
        """The verdict as one sign."""
        return MARKS[self.verdict]


def case_lines(result: ExerciseResult) -> list[CaseLine]:
    """One line for each case, in order; a single one where all end in the same way."""
    first = _case_line(result.cases[0])
    ends = {(case.verdict, case.credit, case.finding) for case in result.cases}
    if len(ends) == 1 and len(result.cases) > 1 and first.message:
        return [replace(first, name="every case")]
    return [_case_line(case) for case in result.cases]


def _case_line(case: CaseResult) -> CaseLine:
    name = case.name if case.public else f"{case.name} (hidden)"
    if case.finding is None:
        return CaseLine(case.verdict, name, "", "")
    detail = case.finding.detail if case.public else ""
    counts = f" It counts {share(case.credit)}." if case.credit else ""
    return CaseLine(case.verdict, name, case.finding.message + counts, detail)


def hints(result: ExerciseResult) -> list[str]:
    """The sentences of the mistakes that were named."""
    return [finding.message for finding in result.findings if finding.mistake]


def checked_title(result: ExerciseResult) -> str:
    """The line above a self-check."""
    passed = _passed(result)
    return f"{result.name}: {passed} of {len(result.cases)} public cases pass."


def graded_title(result: ExerciseResult) -> str:
    """The line above a graded exercise."""
    if result.score is None:
        return f"{result.name}: no score, since the grader failed here. It will be graded again."
    points = f"{number(result.score)} of {number(result.points)} points"
    return f"{result.name}: {points}; {_passed(result)} of {len(result.cases)} cases pass."


def number(value: Fraction) -> str:
    """A score as people write it.

    >>> number(Fraction(10, 3)), number(Fraction(5))
    ('3.33', '5')
    """
    return f"{float(value):.2f}".rstrip("0").rstrip(".")


def _passed(result: ExerciseResult) -> int:
    return sum(case.verdict is Verdict.PASSED for case in result.cases)
