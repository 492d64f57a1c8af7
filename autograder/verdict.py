"""What grading says: verdicts, findings, and the results of cases, exercises and submissions.

Plain data, without torch: whoever only shows results (tables, reports) needs no more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Any

from autograder.divergence import Divergence


class Verdict(StrEnum):
    """The outcome of a case, an exercise or a submission; never two-valued."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"
    """Not run, for a stated cause."""
    BROKEN = "broken"
    """Our fault: there is no score, and the run says so."""


class Kind(StrEnum):
    """Why a case failed; in the order in which the judge looks."""

    UNREADABLE = "unreadable"
    UNDEFINED = "undefined"
    WRONG_KIND = "wrong kind"
    UNSOLVED = "unsolved"
    RAISED = "raised"
    TIME_OUT = "time-out"
    CRASHED = "crashed"
    FORGED = "forged reply"
    SHAPE = "shape"
    DTYPE = "dtype"
    NOT_FINITE = "not finite"
    VALUE = "value"
    MISTAKE = "mistake"
    VALID_ELSEWHERE = "valid elsewhere"
    LIBRARY_USE = "library use"
    NOTICE = "notice"
    """Something to know that costs nothing."""
    ENGINE = "engine"
    """A fault of ours."""


@dataclass(frozen=True)
class Finding:
    """One reason for a verdict, as a sentence.

    Args:
        kind: what sort of reason it is.
        message: fit for the student whatever the case: never an input or an expected value.
        detail: what only the instructor, or the student on a public case, may read.
        mistake: the name of the known mistake, where `kind` is one.
    """

    kind: Kind
    message: str
    detail: str = ""
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


def share(credit: Fraction) -> str:
    """How much a case counts, after "counts".

    >>> share(Fraction(1, 2)), share(Fraction(1, 3))
    ('half', '1/3')
    """
    return {Fraction(1, 2): "half", Fraction(1): "in full"}.get(credit, str(credit))


def named_mistakes(findings: Sequence[Finding]) -> list[str]:
    """The names of the known mistakes among `findings`, in order.

    >>> named_mistakes([Finding(Kind.MISTAKE, "No correction.", mistake="no-bias-correction")])
    ['no-bias-correction']
    """
    return [finding.mistake for finding in findings if finding.mistake]


def to_json(result: SubmissionResult) -> dict[str, Any]:
    """`result` as plain JSON data, as `--json` prints it and receipts hold it."""
    return {
        "student": result.student,
        "assignment": result.assignment,
        "verdict": str(result.verdict),
        "score": None if result.score is None else float(result.score),
        "points": float(result.points),
        "tier": result.tier,
        "device": result.device,
        "seconds": round(result.seconds, 3),
        "versions": dict(result.versions),
        "findings": [_finding_to_json(finding) for finding in result.findings],
        "exercises": [_exercise_to_json(exercise) for exercise in result.exercises],
    }


def from_json(data: dict[str, Any]) -> SubmissionResult:
    """The result that `to_json` wrote; KeyError, ValueError or TypeError where it is none."""
    return SubmissionResult(
        student=data["student"],
        assignment=data["assignment"],
        exercises=tuple(_exercise_from_json(entry) for entry in data["exercises"]),
        findings=tuple(_finding_from_json(entry) for entry in data["findings"]),
        tier=data["tier"],
        device=data["device"],
        seconds=data["seconds"],
        versions=data["versions"],
    )


def _finding_to_json(finding: Finding) -> dict[str, str]:
    return {
        "kind": str(finding.kind),
        "message": finding.message,
        "detail": finding.detail,
        "mistake": finding.mistake,
    }


def _finding_from_json(data: dict[str, str]) -> Finding:
    return Finding(Kind(data["kind"]), data["message"], data["detail"], data["mistake"])


def _divergence_from_json(data: dict[str, Any]) -> Divergence:
    curves = {name: tuple(data[name]) for name in ("got", "expected")}
    return Divergence(**{**data, **curves})


def _exercise_to_json(exercise: ExerciseResult) -> dict[str, Any]:
    return {
        "name": exercise.name,
        "verdict": str(exercise.verdict),
        # Fractions as text: "10/3" comes back exactly.
        "points": str(exercise.points),
        "score": None if exercise.score is None else float(exercise.score),
        "findings": [_finding_to_json(finding) for finding in exercise.findings],
        "notes": [_finding_to_json(finding) for finding in exercise.notes],
        "divergence": exercise.divergence and asdict(exercise.divergence),
        "cases": [
            {
                "name": case.name,
                "public": case.public,
                "weight": case.weight,
                "verdict": str(case.verdict),
                "credit": str(case.credit),
                "finding": None if case.finding is None else _finding_to_json(case.finding),
            }
            for case in exercise.cases
        ],
    }


def _exercise_from_json(data: dict[str, Any]) -> ExerciseResult:
    cases = tuple(
        CaseResult(
            name=case["name"],
            public=case["public"],
            weight=case["weight"],
            verdict=Verdict(case["verdict"]),
            credit=Fraction(case["credit"]),
            finding=None if case["finding"] is None else _finding_from_json(case["finding"]),
        )
        for case in data["cases"]
    )
    findings, notes = (
        tuple(_finding_from_json(entry) for entry in data[key]) for key in ("findings", "notes")
    )
    return ExerciseResult(
        name=data["name"],
        points=Fraction(data["points"]),
        cases=cases,
        findings=findings,
        notes=notes,
        divergence=data["divergence"] and _divergence_from_json(data["divergence"]),
    )
