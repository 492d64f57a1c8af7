"""Results: of a case, an exercise, a submission, each with the findings that say why.

Plain data, without torch: whoever only shows results (tables, reports) needs no more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from autograder.data.sentence import Sentence
from autograder.results.divergence import Divergence
from autograder.results.kinds import Kind, Verdict


@dataclass(frozen=True)
class Finding:
    """One reason for a verdict, in no language yet.

    Args:
        kind: what sort of reason it is.
        said: fit for the student whatever the case: never an input or an expected value.
        detail: what only the instructor, or the student on a public case, may read; a line each.
        mistake: the name of the known mistake, where `kind` is one.
    """

    kind: Kind
    said: tuple[Sentence, ...]
    detail: tuple[Sentence, ...] = ()
    mistake: str = ""


@dataclass(frozen=True)
class CaseResult:
    """How one case went. `credit` is a number of its own, from 0 to 1."""

    name: str
    public: bool
    weight: int
    verdict: Verdict
    credit: Fraction = Fraction(0)
    finding: Finding | None = None


@dataclass(frozen=True)
class ExerciseResult:
    """How one exercise went: points × (weights of cases × their credit) / all weights, exactly.

    >>> half = [CaseResult("a", True, 1, Verdict.PASSED, Fraction(1)),
    ...         CaseResult("b", False, 2, Verdict.FAILED)]
    >>> ExerciseResult("adam", Fraction(10), tuple(half)).score
    Fraction(10, 3)
    """

    name: str
    points: Fraction
    cases: tuple[CaseResult, ...]
    findings: tuple[Finding, ...] = ()
    """Named mistakes first, then what the failed cases say, each sentence once."""
    notes: tuple[Finding, ...] = ()
    """What costs nothing: of a graded exercise it is for the instructor alone."""
    divergence: Divergence | None = None
    """Where a run parts from the reference on a public case, to be drawn; never on a hidden one."""

    @property
    def verdict(self) -> Verdict:
        """Broken if any case is, else failed if any is, else skipped if any is, else passed."""
        verdicts = {case.verdict for case in self.cases}
        for worst in (Verdict.BROKEN, Verdict.FAILED, Verdict.SKIPPED):
            if worst in verdicts:
                return worst
        return Verdict.PASSED

    @property
    def credit(self) -> Fraction:
        """The weighted mean of the cases' credit, from 0 to 1."""
        weights = sum(case.weight for case in self.cases)
        return Fraction(sum(case.weight * case.credit for case in self.cases)) / weights

    @property
    def score(self) -> Fraction | None:
        """Points earned; None where the fault is ours."""
        return None if self.verdict is Verdict.BROKEN else self.points * self.credit


@dataclass(frozen=True)
class SubmissionResult:
    """How one student's submission of one assignment went."""

    student: str
    assignment: str
    exercises: tuple[ExerciseResult, ...]
    findings: tuple[Finding, ...] = ()
    """About the notebook as a whole: unreadable, renamed, cells that failed."""
    tier: str = ""
    """The tier of the seal under which the student's code ran."""
    device: str = "cpu"
    seconds: float = 0.0
    """Wall time of this submission, in seconds."""
    versions: Mapping[str, str] = field(default_factory=dict)

    @property
    def points(self) -> Fraction:
        """All points that the assignment gives."""
        return sum((exercise.points for exercise in self.exercises), Fraction(0))

    @property
    def score(self) -> Fraction | None:
        """All points earned; None where a fault of ours leaves any exercise without a score."""
        scores = [exercise.score for exercise in self.exercises]
        known = [score for score in scores if score is not None]
        return sum(known, Fraction(0)) if len(known) == len(scores) else None

    @property
    def verdict(self) -> Verdict:
        """Broken if any exercise is, else failed if any is, else passed."""
        verdicts = {exercise.verdict for exercise in self.exercises}
        for worst in (Verdict.BROKEN, Verdict.FAILED, Verdict.SKIPPED):
            if worst in verdicts:
                return worst
        return Verdict.PASSED


def named_mistakes(findings: Sequence[Finding]) -> list[str]:
    """The names of the known mistakes among `findings`, in order.

    >>> named_mistakes([Finding(Kind.MISTAKE, "No correction.", mistake="no-bias-correction")])
    ['no-bias-correction']
    """
    return [finding.mistake for finding in findings if finding.mistake]
