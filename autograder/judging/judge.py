"""Judging an exercise: look at the reply to each case, and name the mistake. Pure."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias

from autograder.data.outcomes import Failure, Outputs
from autograder.data.sentence import Sentence, own_words
from autograder.judging.prepared import CaseData, ExerciseData, KnownMistake
from autograder.judging.values import Values
from autograder.results.divergence import Divergence
from autograder.results.kinds import Kind, Verdict
from autograder.results.result import CaseResult, ExerciseResult, Finding
from autograder.words.told import is_known

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
    return findings_of(
        exercise,
        [
            mistake
            for mistake in exercise.mistakes
            if all(_reproduces(mistake, case, outputs) for case, outputs in comparable)
        ],
    )


def findings_of(exercise: ExerciseData, mistakes: Sequence[KnownMistake]) -> tuple[Finding, ...]:
    """What is said of a submission that makes these mistakes of `exercise`, and no others."""
    credit = exercise.policy.valid_elsewhere
    in_part = credit and all(mistake.valid_elsewhere for mistake in mistakes)
    notes = (_counts(credit),) if in_part else ()
    return tuple(_finding(mistake, notes) for mistake in mistakes)


def _reproduces(mistake: KnownMistake, case: CaseData, outputs: Outputs) -> bool:
    expected = case.mistakes[mistake.name]
    return expected is not None and expected.reproduced_by(outputs)


def _finding(mistake: KnownMistake, notes: tuple[Sentence, ...]) -> Finding:
    said = {"name": mistake.name, "hint": mistake.hint}
    if mistake.valid_elsewhere:
        whole = (Sentence("valid-elsewhere", **said), *notes)
        return Finding(Kind.VALID_ELSEWHERE, whole, mistake=mistake.name)
    return Finding(Kind.MISTAKE, (Sentence("mistake", **said),), mistake=mistake.name)


def _counts(credit: Fraction) -> Sentence:
    """How much a case counts that fails as a form does that is valid elsewhere."""
    if credit == Fraction(1, 2):
        return Sentence("failing-counts-half")
    if credit == 1:
        return Sentence("failing-counts-full")
    return Sentence("failing-counts-share", share=str(credit))


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

    What the student's side says goes into the detail, never into what is said of a hidden case: an
    exception's text can carry its inputs out.
    """
    # In a student's own check nobody has looked at what its code says.
    known = is_known(failure.said)
    kind = Kind(failure.kind) if known else Kind.FORGED
    adds = known and kind not in (Kind.UNDEFINED, Kind.UNSOLVED)
    detail = _spoken(failure.said) if adds else ()
    where = _spoken(own_words(failure.where))
    return Finding(kind, (_instead(kind, object_name, failure.exception),), (*detail, *where))


def _instead(kind: Kind, object_name: str, exception: str) -> Sentence:
    """What is said of an object that gave no outputs."""
    if kind is Kind.ENGINE:
        return Sentence(kind.traits.template)
    if kind is not Kind.RAISED:
        return Sentence(kind.traits.template, object=object_name)
    if hasattr(builtins, exception):
        return Sentence("raised", object=object_name, exception=exception)
    return Sentence("raised-own", object=object_name)


def _spoken(sentence: Sentence) -> tuple[Sentence, ...]:
    """The sentence, if there is anything in it: an exception may say nothing."""
    return () if sentence == own_words("") else (sentence,)


def _skipped(case: CaseData) -> CaseResult:
    cause = Finding(Kind.NOTICE, (Sentence("not-asked"),))
    return CaseResult(case.name, case.public, case.weight, Verdict.SKIPPED, finding=cause)


def _distinct(results: Sequence[CaseResult]) -> list[Finding]:
    """What failed, each sentence once; the detail only where a public case says it."""
    distinct: dict[tuple[Sentence, ...], Finding] = {}
    for result in sorted(results, key=lambda result: not result.public):
        finding = result.finding
        if finding is not None and finding.kind is not Kind.NOTICE:
            detail = finding.detail if result.public else ()
            distinct.setdefault(finding.said, Finding(finding.kind, finding.said, detail))
    return list(distinct.values())
