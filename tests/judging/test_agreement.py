"""Two makings of the same data agree within the stated bound, and nothing else does."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import inf, nan
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from autograder.course.course import Course
from autograder.data.inputs import Inputs
from autograder.exercises.prepare import prepare_public
from autograder.files import CHECKS
from autograder.judging import bundle
from autograder.judging.agreement import SHARE, agree, same_outcomes
from autograder.judging.policy import Policy
from autograder.judging.prepared import CaseData, ExerciseData, KnownMistake
from autograder.judging.statistics import Statistic, Statistics
from autograder.judging.tolerance import tolerance
from autograder.judging.values import Values

ROOT = Path(__file__).parents[2]
ENTRIES = torch.tensor([0.5, -2.0, 0.0, nan, inf, -inf], dtype=torch.float64)
U = 2.0**-53


def values(entries: Tensor, dtype: str = "float64", slack: float = 1) -> Values:
    finite = torch.nan_to_num(entries, 0.0, 0.0, 0.0)
    return Values({"y": entries}, {"y": dtype}, {"y": tolerance(finite, dtype, 1, slack)})


def law(*statistics: Statistic) -> Statistics:
    return Statistics({"w": (2, 3)}, {"w": "float32"}, statistics)


def exercise(expected: Values | Statistics, mistake: Values | None = None) -> ExerciseData:
    inputs = Inputs({"rates": (0.1, 0.05)}, {"x": torch.tensor([1.0, 2.0])})
    case = CaseData("one", True, 2, inputs, expected, {"wrong": mistake})
    known = KnownMistake("wrong", "be right.", False)
    return ExerciseData("e", "f", "scalar_calls", Fraction(2), (case,), (known,))


KEPT = exercise(values(ENTRIES), values(-ENTRIES))


def with_case(**fields: Any) -> ExerciseData:
    return replace(KEPT, cases=(replace(KEPT.cases[0], **fields),))


def moved(entry: int, by: float) -> Tensor:
    entries = ENTRIES.clone()
    entries[entry] += by
    return entries


def allowed(entry: int) -> float:
    """The bound of an entry: the largest finite one is 2."""
    return SHARE * U * (1024 + 8) * (2 + abs(ENTRIES[entry].item()))


def test_data_agree_with_themselves() -> None:
    assert agree(KEPT, exercise(values(ENTRIES.clone()), values(-ENTRIES)))


@pytest.mark.parametrize("entry", [0, 1, 2])
def test_an_entry_may_be_off_by_its_share_of_the_tolerance(entry: int) -> None:
    for sign in (1, -1):
        inside = values(moved(entry, sign * 0.99 * allowed(entry)))
        outside = values(moved(entry, sign * 1.01 * allowed(entry)))
        assert agree(KEPT, with_case(expected=inside))
        assert not agree(KEPT, with_case(expected=outside))
        wrong = exercise(values(ENTRIES), values(ENTRIES))
        assert agree(wrong, exercise(values(ENTRIES), inside))
        assert not agree(wrong, exercise(values(ENTRIES), outside))


def test_float32_has_a_tolerance_of_its_own() -> None:
    kept, off = values(ENTRIES, "float32"), moved(0, 2**29 * allowed(0) * 0.99)
    assert agree(exercise(kept), exercise(values(off, "float32")))
    assert not agree(exercise(values(ENTRIES)), exercise(values(off)))


def test_four_ulps_of_the_largest_entry_are_within_the_bound() -> None:
    assert all(allowed(entry) > 4 * 2.0**-52 * 2 for entry in range(3))


@pytest.mark.parametrize("entry", [3, 4, 5])
@pytest.mark.parametrize("other", [nan, inf, -inf, 0.0])
def test_what_is_not_finite_has_to_be_the_same(entry: int, other: float) -> None:
    entries = ENTRIES.clone()
    entries[entry] = other
    same = str(ENTRIES[entry].item()) == str(other)
    assert agree(KEPT, with_case(expected=values(entries))) is same


def test_a_largest_entry_of_zero_allows_nothing() -> None:
    zeros = torch.zeros(2, dtype=torch.float64)
    assert agree(exercise(values(zeros)), exercise(values(zeros.clone())))
    assert not agree(exercise(values(zeros)), exercise(values(zeros + 1e-300)))


def test_whole_numbers_are_exact() -> None:
    whole = torch.tensor([2**40, 1])
    assert agree(exercise(values(whole)), exercise(values(whole.clone())))
    assert not agree(exercise(values(whole)), exercise(values(whole + 1)))


def test_another_hint_is_another_word_and_the_same_outcome() -> None:
    mistake, *others = KEPT.mistakes
    other = replace(KEPT, mistakes=(replace(mistake, hint="be right!"), *others))
    assert same_outcomes(KEPT, other)
    assert not agree(KEPT, other)
    for changed in (replace(mistake, name="amiss"), replace(mistake, valid_elsewhere=True)):
        assert not same_outcomes(KEPT, replace(KEPT, mistakes=(changed, *others)))


@pytest.mark.parametrize(
    "other",
    [
        replace(KEPT, name="f"),
        replace(KEPT, object_name="g"),
        replace(KEPT, drive="batch_calls"),
        replace(KEPT, points=Fraction(3)),
        replace(KEPT, policy=Policy(0.25)),
        replace(KEPT, forbids=("torch.optim",)),
        replace(KEPT, cases=KEPT.cases * 2),
        replace(KEPT, mistakes=(KnownMistake("wrong", "be right!", False),)),
        replace(KEPT, mistakes=(KnownMistake("wrong", "be right.", True),)),
        with_case(name="two"),
        with_case(public=False),
        with_case(weight=1),
        with_case(mistakes={"wrong": None}),
        with_case(mistakes={}),
        with_case(inputs=Inputs({"rates": [0.1]}, KEPT.cases[0].inputs.tensors)),
        with_case(expected=values(ENTRIES, "float32")),
        with_case(expected=values(ENTRIES, slack=1 + 1e-12)),
        with_case(expected=values(ENTRIES.reshape(2, 3))),
        with_case(expected=values(ENTRIES.float())),
        with_case(expected=replace(values(ENTRIES), axes="step")),
        with_case(expected=law()),
    ],
)
def test_all_else_has_to_be_equal(other: ExerciseData) -> None:
    assert not agree(KEPT, other)
    assert not agree(other, KEPT)


@pytest.mark.parametrize(
    "x",
    [
        torch.tensor([1.0, 2.0]).nextafter(torch.tensor(3.0)),
        torch.tensor([1.0, 2.0], dtype=torch.float64),
        torch.tensor([[1.0, 2.0]]),
    ],
)
def test_inputs_are_equal_to_the_last_bit(x: Tensor) -> None:
    settings = {"rates": [0.1, 0.05]}  # as it is read again
    assert agree(KEPT, with_case(inputs=Inputs(settings, {"x": torch.tensor([1.0, 2.0])})))
    assert not agree(KEPT, with_case(inputs=Inputs(settings, {"x": x})))


MEAN = Statistic("mean", 0.1, 0.0, -0.25, 0.5)


@pytest.mark.parametrize(("field", "scale"), [("parameter", 0.1), ("expected", 0.5), ("low", 0.5)])
def test_a_statistic_may_be_off_by_a_billionth(field: str, scale: float) -> None:
    for by, within in ((0.99e-9, True), (1.01e-9, False)):
        other = replace(MEAN, **{field: getattr(MEAN, field) + by * scale})
        assert agree(exercise(law(MEAN)), exercise(law(other))) is within


@pytest.mark.parametrize(
    "bound",
    [
        Statistic("share of weights that come back from the same seed", 0.0, 1.0, 1.0, 1.0),
        Statistic("share of entries dropped in training", 0.0, 0.9, 0.3, 1.0),
        Statistic("share of entries dropped in training", 0.0, 0.5, 0.5, 0.5),
    ],
)
def test_a_bound_that_outputs_may_lie_on_is_exact(bound: Statistic) -> None:
    below = replace(bound, high=bound.high - 2 * U)
    assert not agree(exercise(law(bound)), exercise(law(below)))
    assert not agree(exercise(law(below)), exercise(law(bound)))


@pytest.mark.parametrize(
    "other", [law(), law(MEAN, MEAN), law(replace(MEAN, measure="standard deviation"))]
)
def test_statistics_are_the_same_ones(other: Statistics) -> None:
    assert not agree(exercise(law(MEAN)), exercise(other))
    assert not agree(exercise(law(MEAN)), exercise(replace(law(MEAN), shapes={"w": (3, 2)})))


@pytest.mark.parametrize("assignment", Course(ROOT).assignments())
def test_what_is_read_agrees_with_what_was_written(assignment: str, tmp_path: Path) -> None:
    exercises = [prepare_public(one) for one in Course(ROOT).load(assignment).exercises]
    bundle.write(tmp_path / CHECKS, exercises)
    assert all(map(agree, bundle.read(tmp_path / CHECKS), exercises))
