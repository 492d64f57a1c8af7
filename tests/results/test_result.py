"""Scores are exact, verdicts have four values, and results survive the way through JSON."""

import json
from dataclasses import replace
from fractions import Fraction

import pytest

from autograder.data.sentence import own_words
from autograder.results.as_json import from_json, to_json
from autograder.results.divergence import Divergence
from autograder.results.kinds import Kind, Verdict
from autograder.results.result import CaseResult, ExerciseResult, Finding, SubmissionResult


def exercise(*verdicts: Verdict, points: Fraction = Fraction(1)) -> ExerciseResult:
    cases = tuple(
        CaseResult(f"case {i}", True, 1, verdict, Fraction(verdict is Verdict.PASSED))
        for i, verdict in enumerate(verdicts)
    )
    return ExerciseResult("adam", points, cases)


def test_ten_tenths_are_one() -> None:
    tenths = tuple(exercise(Verdict.PASSED, points=Fraction(1, 10)) for _ in range(10))
    assert SubmissionResult("kim", "optimizers", tenths).score == 1


@pytest.mark.parametrize(
    ("verdicts", "worst"),
    [
        ([Verdict.PASSED], Verdict.PASSED),
        ([Verdict.PASSED, Verdict.SKIPPED], Verdict.SKIPPED),
        ([Verdict.SKIPPED, Verdict.FAILED], Verdict.FAILED),
        ([Verdict.FAILED, Verdict.BROKEN], Verdict.BROKEN),
    ],
)
def test_the_worst_case_is_the_verdict(verdicts: list[Verdict], worst: Verdict) -> None:
    assert exercise(*verdicts).verdict is worst
    assert SubmissionResult("kim", "o", (exercise(*verdicts),)).verdict is worst


def test_one_broken_exercise_leaves_the_submission_without_a_score() -> None:
    both = (exercise(Verdict.PASSED), exercise(Verdict.BROKEN))
    assert SubmissionResult("kim", "o", both).score is None


def test_json_keeps_everything_exactly() -> None:
    finding = Finding(Kind.VALUE, (own_words("Off."),), (own_words("0.1"),), "")
    third = CaseResult("third", False, 3, Verdict.FAILED, Fraction(1, 3), finding)
    note = Finding(Kind.LIBRARY_USE, (own_words("Adam uses torch.optim.Adam."),))
    curves = Divergence("third", "w[0]", "step", 2, 1, (0.1, None), (0.1, 0.2))
    adam = ExerciseResult("adam", Fraction(1, 3), (third,), (finding,), (note,), curves)
    result = SubmissionResult(
        "김",
        "optimizers",
        (adam, replace(adam, divergence=None)),
        (finding,),
        tier="plain child",
        seconds=1.5,
        versions={"torch": "2.13"},
    )
    assert from_json(json.loads(json.dumps(to_json(result), allow_nan=False))) == result
