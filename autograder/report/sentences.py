"""What a student may read of a result, in words; text and HTML only lay them out.

A hidden case appears by name, verdict and message; its details stay with the instructor.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from autograder.results.kinds import Verdict
from autograder.results.result import CaseResult, ExerciseResult, Finding
from autograder.words.said import counted, said
from autograder.words.told import told

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


def message(finding: Finding) -> str:
    """What a finding says, whatever the case."""
    return told(*finding.said)


def detail(finding: Finding) -> str:
    """What else it says, in lines, of a public case or to the instructor."""
    return "\n".join(map(told, finding.detail))


def case_lines(result: ExerciseResult) -> list[CaseLine]:
    """One line for each case, in order; a single one where all end in the same way."""
    first = _case_line(result.cases[0])
    ends = {(case.verdict, case.credit, case.finding) for case in result.cases}
    if len(ends) == 1 and len(result.cases) > 1 and first.message:
        return [replace(first, name=said("every case"))]
    return [_case_line(case) for case in result.cases]


def _case_line(case: CaseResult) -> CaseLine:
    name = case.name if case.public else said("{case} (hidden)", case=case.name)
    if case.finding is None:
        return CaseLine(case.verdict, name, "", "")
    words = " ".join(filter(None, [message(case.finding), _counts(case.credit)]))
    return CaseLine(case.verdict, name, words, detail(case.finding) if case.public else "")


def _counts(credit: Fraction) -> str:
    """How much a failed case counts."""
    if not credit:
        return ""
    if credit == Fraction(1, 2):
        return said("It counts half.")
    return said("It counts in full.") if credit == 1 else said("It counts {share}.", share=credit)


def hints(result: ExerciseResult) -> list[str]:
    """The sentences of the mistakes that were named."""
    return [message(finding) for finding in result.findings if finding.mistake]


def verdict_word(verdict: Verdict) -> str:
    """A verdict in the reader's language."""
    return {
        Verdict.PASSED: said("passed"),
        Verdict.FAILED: said("failed"),
        Verdict.SKIPPED: said("skipped"),
        Verdict.BROKEN: said("broken"),
    }[verdict]


def checked_title(result: ExerciseResult) -> str:
    """The line above a self-check."""
    return counted(
        "{exercise}: {passed} of {number} public case passes.",
        "{exercise}: {passed} of {number} public cases pass.",
        len(result.cases),
        exercise=result.name,
        passed=_passed(result),
    )


def graded_title(result: ExerciseResult) -> str:
    """The line above a graded exercise."""
    if result.score is None:
        return said(
            "{exercise}: no score, since the grader failed here. It will be graded again.",
            exercise=result.name,
        )
    return counted(
        "{exercise}: {score} of {points} points; {passed} of {number} case passes.",
        "{exercise}: {score} of {points} points; {passed} of {number} cases pass.",
        len(result.cases),
        exercise=result.name,
        score=number(result.score),
        points=number(result.points),
        passed=_passed(result),
    )


def failing(result: ExerciseResult) -> str:
    """A result that is not passed, in one line: how many cases fail, and for what."""
    failed = sum(case.verdict is not Verdict.PASSED for case in result.cases)
    lead = counted(
        "{exercise}: {failed} of {number} case fails.",
        "{exercise}: {failed} of {number} cases fail.",
        len(result.cases),
        exercise=result.name,
        failed=failed,
    )
    return " ".join([lead, *(message(finding) for finding in result.findings[:1])])


def number(value: Fraction) -> str:
    """A score as people write it.

    >>> number(Fraction(10, 3)), number(Fraction(5))
    ('3.33', '5')
    """
    return f"{float(value):.2f}".rstrip("0").rstrip(".")


def _passed(result: ExerciseResult) -> int:
    return sum(case.verdict is Verdict.PASSED for case in result.cases)
