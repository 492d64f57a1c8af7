"""Dropout against what is known of it, and the grades of its random exercises.

Ground truth: moments, autograd, every mask of a small layer, torch's own dropout. Grades: the
false-alarm rate of a whole submission, computed and simulated; the power against every mistake.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial
from itertools import combinations, product
from math import prod
from pathlib import Path
from typing import Any

import pytest
import torch
from scipy import stats
from torch import Generator, Tensor

from autograder.course.course import Course
from autograder.drives import dropout_calls
from autograder.exercises.exercise import Exercise
from autograder.exercises.prepare import prepare
from autograder.judging.measures.dropout import MASK_MEASURES
from autograder.judging.prepared import CaseData, ExerciseData
from autograder.judging.statistics import Statistics
from autograder.laws.dropout import RESOLUTION
from autograder.laws.law import FALSE_ALARM

KEY = b"fixed key, thirty-two bytes long"
LOADED = {e.name: e for e in Course(Path(__file__).parents[2]).load("dropout").exercises}
EXERCISES = {name: e for name, e in LOADED.items() if e.drive is dropout_calls}
Dropout, VanillaDropout = (EXERCISES[name].solution for name in ("dropout", "vanilla"))
every_exercise = pytest.mark.parametrize("exercise", EXERCISES.values(), ids=EXERCISES)
both = pytest.mark.parametrize("layer", [Dropout, VanillaDropout])

X = torch.tensor([2.0, -1.0, 0.5, 3.0], dtype=torch.float64)


@cache
def prepared() -> dict[str, ExerciseData]:
    return {name: prepare(exercise, KEY) for name, exercise in EXERCISES.items()}


def seeded(seed: int = 1) -> Generator:
    return torch.Generator().manual_seed(seed)


# Ground truth.


def outcomes(layer: Any, p: float) -> list[tuple[float, Tensor]]:
    """Each mask of four entries: its probability, and what the layer makes of X with it."""
    seen: dict[tuple[bool, ...], Tensor] = {}
    made, generator = layer(p), seeded()
    while len(seen) < 16:
        y = made.forward(X, True, generator)
        seen[tuple((y != 0).tolist())] = y
    return [
        (prod(1 - p if kept else p for kept in mask), seen[mask])
        for mask in product([False, True], repeat=4)
    ]


@both
@pytest.mark.parametrize("p", [0.2, 0.7])
def test_the_mean_over_every_mask_is_what_the_test_call_gives(layer: Any, p: float) -> None:
    mean = torch.stack([chance * y for chance, y in outcomes(layer, p)]).sum(0)
    torch.testing.assert_close(mean, layer(p).forward(X, False, seeded()))


@pytest.mark.parametrize("p", [0.2, 0.7])
def test_the_variance_over_every_mask_is_the_formula(p: float) -> None:
    spread = torch.stack([chance * (y - X) ** 2 for chance, y in outcomes(Dropout, p)]).sum(0)
    formula = [LOADED["variance"].solution(x, p) for x in X.tolist()]
    torch.testing.assert_close(spread, torch.tensor(formula, dtype=torch.float64))


@both
def test_backward_is_the_derivative_of_the_last_training_call(layer: Any) -> None:
    made, generator = layer(0.4), seeded()
    x = torch.linspace(-2, 3, 40, dtype=torch.float64).reshape(8, 5).requires_grad_()
    grad = torch.linspace(1, -1, 40, dtype=torch.float64).reshape(8, 5)
    for _ in range(3):
        y = made.forward(x, True, generator)
    (derivative,) = torch.autograd.grad(y, x, grad)
    torch.testing.assert_close(made.backward(grad), derivative)


def test_the_moments_are_those_of_torch() -> None:
    ones = torch.ones(1000, 400)
    with torch.random.fork_rng():
        torch.manual_seed(3)
        theirs = torch.nn.functional.dropout(ones, 0.3)
    ours = Dropout(0.3).forward(ones, True, seeded())
    assert set(ours.unique().tolist()) == set(theirs.unique().tolist())  # type: ignore[no-untyped-call]
    for moment in (Tensor.mean, Tensor.var):
        assert float(moment(ours)) == pytest.approx(float(moment(theirs)), abs=0.01)


@both
@pytest.mark.parametrize("p", [0.0, 0.4])
def test_the_contract_holds(layer: Any, p: float) -> None:
    x = torch.randn(6, 5, 4, generator=seeded())
    kept = x.clone()
    for training in (True, False):
        y = layer(p).forward(x, training, seeded())
        assert y.shape == x.shape
        assert y.dtype is x.dtype
        assert torch.equal(x, kept)
        y.zero_()
        assert torch.equal(x, kept), "what is returned shares no memory with x"
    assert torch.equal(layer(0.0).forward(x, True, seeded()), x)


# How the grader knows.


def bounds(judged: Statistics) -> dict[str, tuple[float, float]]:
    return {s.measure: (s.low, s.high) for s in judged.statistics}


def outside(low: int, high: int, lines: int, size: int, share: float) -> float:
    """The probability that the largest of `lines` counts of `size` is out of low..high."""
    counted = stats.binom(size, share)
    return float(counted.cdf(low - 1) ** lines + min(1.0, lines * counted.sf(high)))


def false_alarm(case: CaseData) -> float:
    """The probability that right outputs fail `case`, summed over what is random in it."""
    assert isinstance(case.expected, Statistics)
    shape, p = tuple(case.inputs.tensors["x"].shape), case.inputs.settings["p"]
    count = prod(shape)
    rows, columns = (shape[0], count // shape[0]), (shape[-1], count // shape[-1])
    alike = p**2 + (1 - p) ** 2
    random = {
        "share of entries dropped in training": (1, count, p),
        "largest share dropped of a row": (*rows, p),
        "largest share kept of a row": (*rows, 1 - p),
        "largest share dropped of a column": (*columns, p),
        "largest share kept of a column": (*columns, 1 - p),
        "share of entries with the same fate in a second call": (1, count, alike),
        "share of entries with the same fate in a new object": (1, count, alike),
    }
    judged = bounds(case.expected)
    alarms = [p**count]
    for measure, (lines, size, share) in random.items():
        low, high = (round(end * size) for end in judged.pop(measure))
        # `rand > p` and `rand >= p` are both right, and differ by a step of the grid.
        nearby = [min(1.0, max(0.0, share + step)) for step in (-RESOLUTION, 0.0, RESOLUTION)]
        alarms.append(max(outside(low, high, lines, size, rate) for rate in nearby))
    assert all(low == high or "factor" in measure for measure, (low, high) in judged.items())
    return float(sum(alarms))


def test_a_whole_right_submission_fails_with_a_probability_of_at_most_1e_9() -> None:
    alarms = [false_alarm(case) for data in prepared().values() for case in data.cases]
    assert max(alarms) <= 8 * FALSE_ALARM
    assert sum(alarms) <= 1e-9


def apart(one: Any, other: Any) -> bool:
    """Whether no outputs can be within the bounds of both laws."""
    mine, theirs = bounds(one), bounds(other)
    return any(
        mine[measure][1] < theirs[measure][0] or theirs[measure][1] < mine[measure][0]
        for measure in mine.keys() & theirs.keys()
    )


def told_apart(left: str | None, right: str | None, cases: list[CaseData]) -> bool:
    """Whether a case tells two mistakes (None: the reference) apart with certainty.

    Where bounds have nothing in common, what follows one law passes for the other with a
    probability of at most `FALSE_ALARM`: far below the 1e-6 that are asked for.
    """

    def law(case: CaseData, name: str | None) -> Any:
        return case.expected if name is None else case.mistakes[name]

    return any(apart(law(case, left), law(case, right)) for case in cases)


@every_exercise
def test_every_mistake_is_caught_by_hidden_cases_and_by_public_ones(exercise: Exercise) -> None:
    data = prepared()[exercise.name]
    for public in (False, True):
        cases = [case for case in data.cases if case.public is public]
        missed = [m.name for m in exercise.mistakes if not told_apart(m.name, None, cases)]
        assert missed == []


@every_exercise
def test_every_two_mistakes_are_told_apart_by_public_cases_alone(exercise: Exercise) -> None:
    cases = [case for case in prepared()[exercise.name].cases if case.public]
    names = [mistake.name for mistake in exercise.mistakes]
    assert [pair for pair in combinations(names, 2) if not told_apart(*pair, cases)] == []


@every_exercise
def test_a_mistake_follows_its_own_law(exercise: Exercise) -> None:
    """With a thousandth of each statistic's tail this would fail once in 1e9 runs."""
    generator = seeded(7)
    for case in prepared()[exercise.name].cases:
        for mistake in exercise.mistakes:
            known = case.mistakes[mistake.name]
            assert known is not None
            outputs = mistake.variant(case.inputs).sample(generator)
            assert known.reproduced_by(outputs), (case.name, mistake.name)


SIMULATED = 10_000
ENTRIES = 250_000
"""At once: little enough to stay in memory that is there already."""


@pytest.mark.slow
def test_ten_thousand_right_submissions_raise_no_false_alarm() -> None:
    generator = seeded(2024)
    for data in prepared().values():
        for case in data.cases:
            simulate(data, case, generator)


def simulate(data: ExerciseData, case: CaseData, generator: Generator) -> None:
    """Judges what is random in `SIMULATED` right replies, by the measures that grading uses.

    Only fates are drawn: factors, and what the same seed gives, follow without chance.
    """
    assert isinstance(case.expected, Statistics)
    shape, p = tuple(case.inputs.tensors["x"].shape), case.inputs.settings["p"]
    random = [s for s in case.expected.statistics if s.low < s.high and "factor" not in s.measure]
    chunk = max(1, ENTRIES // prod(shape))
    for start in range(0, SIMULATED, chunk):
        many = min(chunk, SIMULATED - start)
        fates = {
            name: torch.rand(many, *shape, generator=generator) >= p
            for name in ("first", "second", "other")
        }
        for statistic in random:
            measured = torch.vmap(partial(measure, statistic.measure))(fates)
            off = (measured < statistic.low) | (measured > statistic.high)
            assert not off.any(), (data.name, case.name, statistic.measure, measured[off])


def measure(name: str, fates: Mapping[str, Tensor]) -> Tensor:
    return MASK_MEASURES[name](fates, 0.0)
