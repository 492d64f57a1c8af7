"""Judging: verdicts, credit, named mistakes, and what stays hidden."""

from fractions import Fraction

import torch

from autograder.data import ExerciseData, prepare
from autograder.drive import Drive, Failure, Inputs, Outputs
from autograder.drives import optimizer_steps
from autograder.exercise import Case, Exercise, Mistake
from autograder.judge import judge
from autograder.verdict import Kind, Verdict


class Halve:
    """Halves the step: a made-up optimizer."""

    factor = 0.5

    def __init__(self, lr: float) -> None:
        self.lr = lr

    def update(self, params: dict[str, torch.Tensor], grads: dict[str, torch.Tensor]) -> None:
        for name, grad in grads.items():
            params[name] -= self.factor * self.lr * grad


class Whole(Halve):
    factor = 1.0


class Elsewhere(Halve):
    factor = 2.0


class OnlyFirst(Halve):
    """Wrong from the second step on."""

    def update(self, params: dict[str, torch.Tensor], grads: dict[str, torch.Tensor]) -> None:
        super().update(params, grads)
        self.factor = 1.0


EXERCISE = Exercise(
    "halve",
    solution=Halve,
    points=4,
    drive=optimizer_steps,
    defaults={"lr": 0.1},
    cases=[
        Case("one step", public=True, steps=1),
        Case("more steps", steps=3, weight=3),
    ],
    mistakes=[
        Mistake("whole", Whole, "halve it."),
        Mistake("only-first", OnlyFirst, "halve it each time."),
        Mistake("twice", Elsewhere, "others double it.", valid_elsewhere=True),
    ],
)
DATA = prepare(EXERCISE, b"k" * 32)


def asking(variant: object, drive: Drive = optimizer_steps):  # type: ignore[no-untyped-def]
    def ask(inputs: Inputs) -> Outputs | Failure:
        return drive.run(variant, inputs)

    return ask


def test_the_solution_earns_everything() -> None:
    result = judge(DATA, asking(Halve))
    assert result.verdict is Verdict.PASSED
    assert result.score == 4
    assert result.findings == ()


def test_a_mistake_is_named_with_its_hint() -> None:
    result = judge(DATA, asking(Whole))
    assert result.score == 0
    assert result.findings[0].kind is Kind.MISTAKE
    assert result.findings[0].message == "whole: halve it."


def test_a_form_that_is_right_elsewhere_is_a_finding_of_its_own() -> None:
    result = judge(DATA, asking(Elsewhere))
    assert result.findings[0].kind is Kind.VALID_ELSEWHERE
    assert result.findings[0].mistake == "twice"


def test_a_mistake_that_passes_some_cases_has_their_weight_as_credit() -> None:
    result = judge(DATA, asking(OnlyFirst))
    assert [finding.mistake for finding in result.findings if finding.mistake] == ["only-first"]
    assert result.credit == Fraction(1, 4)
    assert result.score == 1


def test_values_of_a_hidden_case_stay_in_its_own_detail() -> None:
    result = judge(DATA, asking(OnlyFirst))
    hidden = result.cases[1].finding
    assert hidden is not None
    assert "expected" in hidden.detail
    assert all(finding.detail == "" for finding in result.findings)


def test_what_an_exception_says_is_a_detail() -> None:
    reply = Failure("raised", "w is 0.123", "cell 'halve', line 3", "ValueError")
    result = judge(DATA, lambda _: reply)
    assert result.findings[0].message == "Halve raised ValueError."
    assert "0.123" in result.findings[0].detail
    assert result.cases[1].finding is not None
    assert result.cases[1].finding.message == "Halve raised ValueError."


def test_a_made_up_exception_name_is_not_repeated() -> None:
    result = judge(DATA, lambda _: Failure("raised", "", exception="<b>w is 0.123</b>"))
    assert result.findings[0].message == "Halve raised an exception."


def test_after_a_time_out_the_rest_is_skipped_for_a_stated_cause() -> None:
    asked = []

    def ask(inputs: Inputs) -> Failure:
        asked.append(inputs)
        return Failure("time-out", "")

    result = judge(DATA, ask)
    assert len(asked) == 1
    assert [case.verdict for case in result.cases] == [Verdict.FAILED, Verdict.SKIPPED]
    assert result.verdict is Verdict.FAILED
    assert result.score == 0


def test_a_fault_of_ours_is_broken_and_no_zero() -> None:
    result = judge(DATA, lambda _: Failure("engine", ""))
    assert result.verdict is Verdict.BROKEN
    assert result.score is None


def test_every_kind_of_failure_has_its_sentence() -> None:
    for kind in (
        "undefined",
        "wrong kind",
        "unsolved",
        "shape",
        "dtype",
        "crashed",
        "forged reply",
    ):
        result = judge(DATA, lambda _, kind=kind: Failure(kind, "said"))  # type: ignore[misc]
        assert result.verdict is Verdict.FAILED
        assert "Halve" in result.findings[0].message


def test_a_mistake_is_not_named_where_one_comparable_case_speaks_against_it() -> None:
    replies = iter([optimizer_steps.run(Whole, DATA.cases[0].inputs)])

    def ask(inputs: Inputs) -> Outputs:
        return next(replies, None) or optimizer_steps.run(Elsewhere, inputs)

    result = judge(DATA, ask)
    assert all(not finding.mistake for finding in result.findings)


def test_data_does_not_depend_on_the_solution_any_more() -> None:
    assert isinstance(DATA, ExerciseData)
    assert not any(
        callable(value) for case in DATA.cases for value in case.inputs.settings.values()
    )
