"""Judging: verdicts, credit, named mistakes, and what stays hidden."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
import torch

from autograder.data.inputs import Inputs
from autograder.data.outcomes import Failure, Outputs
from autograder.data.sentence import own_words
from autograder.drives import optimizer_steps
from autograder.drives.drive import Drive
from autograder.exercises.exercise import Case, Exercise, Mistake
from autograder.exercises.prepare import prepare
from autograder.judging.judge import judge
from autograder.judging.policy import Policy
from autograder.judging.prepared import ExerciseData
from autograder.judging.values import Values
from autograder.report.sentences import detail, message
from autograder.results.kinds import Kind, Verdict
from autograder.results.result import ExerciseResult


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


def judged(data: ExerciseData, ask: Callable[[Inputs], Outputs | Failure]) -> ExerciseResult:
    return judge(data, [ask(case.inputs) for case in data.cases])


def test_the_solution_earns_everything() -> None:
    result = judged(DATA, asking(Halve))
    assert result.verdict is Verdict.PASSED
    assert result.score == 4
    assert result.findings == ()


def test_a_mistake_is_named_with_its_hint() -> None:
    result = judged(DATA, asking(Whole))
    assert result.score == 0
    assert result.findings[0].kind is Kind.MISTAKE
    assert message(result.findings[0]) == "whole: halve it."


def test_a_form_that_is_right_elsewhere_is_a_finding_of_its_own() -> None:
    result = judged(DATA, asking(Elsewhere))
    assert result.findings[0].kind is Kind.VALID_ELSEWHERE
    assert result.findings[0].mistake == "twice"


class ElsewhereLater(Elsewhere):
    """Right at the first step, and another form from the second on."""

    factor = 0.5

    def update(self, params: dict[str, torch.Tensor], grads: dict[str, torch.Tensor]) -> None:
        super().update(params, grads)
        self.factor = 2.0


def with_form(credit: Fraction, *others: Mistake) -> ExerciseData:
    later = Mistake("later", ElsewhereLater, "others change later.", valid_elsewhere=True)
    exercise = Exercise(
        "halve",
        solution=Halve,
        points=4,
        drive=optimizer_steps,
        defaults={"lr": 0.1},
        cases=[Case("one", public=True, steps=1), Case("three", steps=3), Case("two", steps=2)],
        mistakes=[later, *others],
    )
    return prepare(exercise, b"k" * 32, Policy(valid_elsewhere=credit))


@pytest.mark.parametrize(
    ("credit", "score", "said"),
    [
        (Fraction(0), Fraction(4, 3), ""),
        (Fraction(1, 2), Fraction(8, 3), " A case that fails for it counts half."),
        (Fraction(1, 3), Fraction(20, 9), " A case that fails for it counts 1/3."),
        (Fraction(1), Fraction(4), " A case that fails for it counts in full."),
    ],
)
def test_a_case_that_fails_as_a_form_elsewhere_counts_what_the_policy_says(
    credit: Fraction, score: Fraction, said: str
) -> None:
    result = judged(with_form(credit), asking(ElsewhereLater))
    assert [case.credit for case in result.cases] == [1, credit, credit]
    assert [case.verdict for case in result.cases][1:] == [Verdict.FAILED] * 2
    assert result.verdict is Verdict.FAILED
    assert result.score == score
    form = "Valid elsewhere, not the form asked (later): others change later."
    assert message(result.findings[0]) == form + said


def test_a_form_that_a_plain_mistake_explains_too_counts_nothing() -> None:
    same = Mistake("same", ElsewhereLater, "halve it each time.")
    result = judged(with_form(Fraction(1, 2), same), asking(ElsewhereLater))
    assert [finding.mistake for finding in result.findings[:2]] == ["later", "same"]
    assert result.score == Fraction(4, 3)
    assert not any("counts" in message(finding) for finding in result.findings)


def test_what_the_form_does_not_explain_counts_nothing() -> None:
    replies = iter([Failure("raised", own_words("")), None])

    def ask(inputs: Inputs) -> Outputs | Failure:
        raised = next(replies, None)
        outputs = optimizer_steps.run(ElsewhereLater, inputs)
        if inputs.settings["steps"] == 2:
            outputs = {name: tensor.double() for name, tensor in outputs.items()}
        return raised or outputs

    result = judged(with_form(Fraction(1, 2)), ask)
    kinds = [case.finding and case.finding.kind for case in result.cases]
    assert kinds == [Kind.RAISED, Kind.VALUE, Kind.DTYPE]
    assert [case.credit for case in result.cases] == [0, Fraction(1, 2), 0]


def test_a_number_that_is_not_finite_counts_where_the_form_gives_it() -> None:
    data = with_form(Fraction(1, 2))
    case = data.cases[0]
    assert isinstance(case.expected, Values)
    nan = {name: tensor * torch.nan for name, tensor in case.expected.tensors.items()}
    case = replace(case, mistakes={"later": replace(case.expected, tensors=nan)})
    outputs = {name: tensor.float() for name, tensor in nan.items()}
    result = judge(replace(data, cases=(case,)), [outputs])
    assert result.cases[0].finding is not None
    assert result.cases[0].finding.kind is Kind.NOT_FINITE
    assert result.credit == Fraction(1, 2)


def test_a_mistake_that_passes_some_cases_has_their_weight_as_credit() -> None:
    result = judged(DATA, asking(OnlyFirst))
    assert [finding.mistake for finding in result.findings if finding.mistake] == ["only-first"]
    assert result.credit == Fraction(1, 4)
    assert result.score == 1


def test_values_of_a_hidden_case_stay_in_its_own_detail() -> None:
    result = judged(DATA, asking(OnlyFirst))
    hidden = result.cases[1].finding
    assert hidden is not None
    assert "expected" in detail(hidden)
    assert all(detail(finding) == "" for finding in result.findings)


def steps(*cases: Case) -> ExerciseData:
    exercise = replace(EXERCISE, cases=cases, mistakes=())
    return prepare(exercise, b"k" * 32)


def test_the_curves_are_those_of_the_first_public_case_that_has_them() -> None:
    data = steps(
        Case("hidden", steps=4),
        Case("one step", public=True, steps=1),
        Case("three", public=True, steps=3),
        Case("five", public=True, steps=5),
    )
    found = judged(data, asking(OnlyFirst)).divergence
    assert found is not None
    assert (found.case, found.entry, found.at) == ("three", "w0[0, 0]", 2)
    assert len(found.got) == 3
    assert judged(data, asking(Halve)).divergence is None


def test_no_curves_of_a_hidden_case_are_kept() -> None:
    """Whatever else is wrong with it, and though it is the only one that has any."""
    data = steps(Case("hidden", steps=4), Case("one step", public=True, steps=1))
    result = judged(data, asking(Whole))
    assert [case.verdict for case in result.cases] == [Verdict.FAILED] * 2
    assert result.divergence is None


def test_outputs_of_a_wrong_shape_have_no_curves() -> None:
    data = steps(Case("three", public=True, steps=3))
    result = judged(data, lambda _: {"w0": torch.zeros(2)})
    assert result.verdict is Verdict.FAILED
    assert result.divergence is None


def test_what_an_exception_says_is_a_detail() -> None:
    reply = Failure("raised", own_words("w is 0.123"), "cell 'halve', line 3", "ValueError")
    result = judged(DATA, lambda _: reply)
    assert message(result.findings[0]) == "Halve raised ValueError."
    assert "0.123" in detail(result.findings[0])
    assert result.cases[1].finding is not None
    assert message(result.cases[1].finding) == "Halve raised ValueError."


def test_a_made_up_exception_name_is_not_repeated() -> None:
    result = judged(DATA, lambda _: Failure("raised", own_words(""), exception="<b>w is 0.123</b>"))
    assert message(result.findings[0]) == "Halve raised an exception."


def test_what_was_not_asked_is_skipped_for_a_stated_cause() -> None:
    result = judge(DATA, [Failure("time-out", own_words("")), None])
    assert [case.verdict for case in result.cases] == [Verdict.FAILED, Verdict.SKIPPED]
    assert result.verdict is Verdict.FAILED
    assert result.score == 0


def test_a_fault_of_ours_is_broken_and_no_zero() -> None:
    result = judged(DATA, lambda _: Failure("engine", own_words("")))
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
        result = judged(DATA, lambda _: Failure(kind, own_words("said")))  # noqa: B023
        assert result.verdict is Verdict.FAILED
        assert "Halve" in message(result.findings[0])


def test_a_mistake_is_not_named_where_one_comparable_case_speaks_against_it() -> None:
    replies = iter([optimizer_steps.run(Whole, DATA.cases[0].inputs)])

    def ask(inputs: Inputs) -> Outputs:
        return next(replies, None) or optimizer_steps.run(Elsewhere, inputs)

    result = judged(DATA, ask)
    assert all(not finding.mistake for finding in result.findings)


def test_data_does_not_depend_on_the_solution_any_more() -> None:
    assert isinstance(DATA, ExerciseData)
    assert not any(
        callable(value) for case in DATA.cases for value in case.inputs.settings.values()
    )
