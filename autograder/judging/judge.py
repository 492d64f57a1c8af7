"""Judging an exercise: look at the reply to each case, and name the mistake. Pure."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias

from autograder.data.outcomes import Failure, Outputs
from autograder.judging.prepared import CaseData, ExerciseData, KnownMistake
from autograder.judging.values import Values
from autograder.results.divergence import Divergence
from autograder.results.kinds import Kind, Verdict
from autograder.results.result import CaseResult, ExerciseResult, Finding, share

Reply: TypeAlias = Outputs | Failure | None
"""What came of a case; None where it was not asked."""


def judge(exercise: ExerciseData, replies: Sequence[Reply]) -> ExerciseResult:
    """The result of `exercise` for an object that gave these replies.

    Args:
        exercise: the cases that were asked.
        replies: one for each case, in their order.
    """
    results = [
        _judge_case(exercise, case, reply)
        for case, reply in zip(exercise.cases, replies, strict=True)
    ]
    mistakes = name_mistakes(exercise, replies)
    credit = exercise.policy.valid_elsewhere
    if mistakes and all(one.kind is Kind.VALID_ELSEWHERE for one in mistakes):
        results = [_credited(result, credit) for result in results]
    findings = (*mistakes, *_distinct(results))
    divergence = _divergence(exercise, replies, results)
    return ExerciseResult(
        exercise.name, exercise.points, tuple(results), findings, divergence=divergence
    )


def name_mistakes(exercise: ExerciseData, replies: Sequence[Reply]) -> tuple[Finding, ...]:
    """The mistakes that reproduce every reply that can be compared, of which one at least fails.

    Args:
        exercise: whose mistakes are known.
        replies: one for each case, in their order.
    """
    comparable = [
        (case, reply)
        for case, reply in zip(exercise.cases, replies, strict=True)
        if isinstance(reply, dict)
    ]
    if all(case.expected.judge(outputs) is None for case, outputs in comparable):
        return ()
    return told(
        exercise,
        [
            mistake
            for mistake in exercise.mistakes
            if all(_reproduces(mistake, case, outputs) for case, outputs in comparable)
        ],
    )


def told(exercise: ExerciseData, mistakes: Sequence[KnownMistake]) -> tuple[Finding, ...]:
    """What is said of a submission that makes these mistakes of `exercise`, and no others."""
    credit = exercise.policy.valid_elsewhere
    in_part = credit and all(mistake.valid_elsewhere for mistake in mistakes)
    note = f" A case that fails for it counts {share(credit)}." if in_part else ""
    return tuple(_finding(mistake, note) for mistake in mistakes)


def _reproduces(mistake: KnownMistake, case: CaseData, outputs: Outputs) -> bool:
    expected = case.mistakes[mistake.name]
    return expected is not None and expected.reproduced_by(outputs)


def _finding(mistake: KnownMistake, note: str) -> Finding:
    if mistake.valid_elsewhere:
        message = f"Valid elsewhere, not the form asked ({mistake.name}): {mistake.hint}{note}"
        return Finding(Kind.VALID_ELSEWHERE, message, mistake=mistake.name)
    return Finding(Kind.MISTAKE, f"{mistake.name}: {mistake.hint}", mistake=mistake.name)


def _credited(result: CaseResult, credit: Fraction) -> CaseResult:
    """With this credit, where it is the numbers that are wrong: those the form gives just so."""
    return replace(result, credit=credit) if _wrong_numbers(result) else result


def _divergence(
    exercise: ExerciseData, replies: Sequence[Reply], results: Sequence[CaseResult]
) -> Divergence | None:
    """The divergence of the first public case that has one: a student may see all its numbers."""
    for case, reply, result in zip(exercise.cases, replies, results, strict=True):
        if not (case.public and _wrong_numbers(result)):
            continue
        if isinstance(reply, dict) and isinstance(case.expected, Values):
            divergence = case.expected.divergence(case.name, reply)
            if divergence:
                return divergence
    return None


def _wrong_numbers(result: CaseResult) -> bool:
    return result.finding is not None and result.finding.kind.traits.wrong_numbers


def _judge_case(exercise: ExerciseData, case: CaseData, reply: Reply) -> CaseResult:
    if reply is None:
        return _skipped(case)
    if isinstance(reply, Failure):
        finding: Finding | None = explain(exercise.object_name, reply)
    else:
        finding = case.expected.judge(reply)
    if finding is None:
        return CaseResult(case.name, case.public, case.weight, Verdict.PASSED, Fraction(1))
    verdict = Verdict.BROKEN if finding.kind is Kind.ENGINE else Verdict.FAILED
    return CaseResult(case.name, case.public, case.weight, verdict, finding=finding)


def explain(object_name: str, failure: Failure) -> Finding:
    """The finding that a failure makes.

    What the student's side says goes into the detail, never into the message: an exception's text
    can carry a hidden case's inputs out.
    """
    kind = Kind(failure.kind)
    raised = failure.exception if hasattr(builtins, failure.exception) else "an exception"
    message = kind.traits.message.format(name=object_name, raised=raised)
    detail = "" if kind in (Kind.UNDEFINED, Kind.UNSOLVED) else failure.message
    return Finding(kind, message, "\n".join(part for part in (detail, failure.where) if part))


def _skipped(case: CaseData) -> CaseResult:
    cause = Finding(Kind.NOTICE, "Not run: an earlier case of this exercise did not end well.")
    return CaseResult(case.name, case.public, case.weight, Verdict.SKIPPED, finding=cause)


def _distinct(results: Sequence[CaseResult]) -> list[Finding]:
    """What failed, each sentence once; the detail only where a public case says it."""
    distinct: dict[str, Finding] = {}
    for result in sorted(results, key=lambda result: not result.public):
        finding = result.finding
        if finding is not None and finding.kind is not Kind.NOTICE:
            detail = finding.detail if result.public else ""
            distinct.setdefault(finding.message, Finding(finding.kind, finding.message, detail))
    return list(distinct.values())
