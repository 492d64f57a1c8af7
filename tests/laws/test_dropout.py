"""The laws of masks: right outputs pass, what is off is said, bounds are what they claim."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch
from scipy import stats

from autograder.data.inputs import Inputs
from autograder.data.outcomes import Outputs
from autograder.drives import dropout_calls
from autograder.drives.draw import PUBLIC_KEY, Draw
from autograder.judging.statistics import Statistic
from autograder.laws.dropout import RESOLUTION, DropoutLaw
from autograder.laws.law import FALSE_ALARM
from autograder.report.sentences import detail, message
from autograder.results.kinds import Kind


def inputs(shape: tuple[int, ...] = (60, 40), p: float = 0.2, dtype: str = "float32") -> Inputs:
    draw = Draw(PUBLIC_KEY, "dropout", "a case")
    return dropout_calls.inputs(draw, p=p, shape=shape, dtype=dtype, backward=True)


def inverted(case: Inputs) -> DropoutLaw:
    p = case.settings["p"]
    return DropoutLaw(case, drop=p, factor=1 / (1 - p), gradient=1 / (1 - p))


LAW = inverted(inputs())
STATISTICS = LAW.statistics(LAW)


def drawn(law: DropoutLaw, seed: int = 1) -> Outputs:
    return law.sample(torch.Generator().manual_seed(seed))


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("p", [0.0, 0.2, 0.85])
@pytest.mark.parametrize("shape", [(60, 40), (30, 1, 50), (30, 6, 5), (700,), (1, 400), (2, 2)])
def test_right_outputs_pass(shape: tuple[int, ...], p: float, dtype: str) -> None:
    law = inverted(inputs(shape, p, dtype))
    judged = law.statistics(law)
    assert all(judged.judge(drawn(law, seed)) is None for seed in range(5))


@pytest.mark.parametrize(
    ("law", "said"),
    [
        (replace(LAW, in_place=True), "entries of x that a training call changes"),
        (replace(LAW, drop=0.4), "share of entries dropped in training"),
        (replace(LAW, factor=1.0), "factor of a kept entry in training"),
        (replace(LAW, shared="row"), "of a row"),
        (replace(LAW, shared="column"), "of a column"),
        (replace(LAW, fresh=False), "in a second call"),
        (replace(LAW, own=False), "in a new object"),
        (replace(LAW, seeded=False), "from the same seed"),
        (replace(LAW, test_drop=0.2), "dropped at test time"),
        (replace(LAW, test=1.25), "factor of an entry at test time"),
        (replace(LAW, grad_in_place=True), "entries of grad that backward changes"),
        (replace(LAW, gradient_mask="fresh"), "gradients that are 0 just where"),
        (replace(LAW, gradient=1.0), "factor of a gradient that passes"),
    ],
)
def test_what_is_off_is_said_and_reproduced_by_its_own_law(law: DropoutLaw, said: str) -> None:
    outputs = drawn(law)
    known = {**outputs, **STATISTICS.given}
    off = [s.measure for s in STATISTICS.statistics if not s.holds(known)]
    assert any(said in measure for measure in off), off
    assert law.statistics(LAW).reproduced_by(outputs)
    assert not law.statistics(LAW).reproduced_by(drawn(LAW))


def test_a_finding_holds_what_came_and_what_was_expected() -> None:
    found = STATISTICS.judge(drawn(replace(LAW, factor=1.0)))
    assert found is not None
    assert found.kind is Kind.VALUE
    assert message(found) == "The smallest factor of a kept entry in training is off."
    assert detail(found) == "It is 1, expected 1.25."


def test_the_inputs_are_the_graders_own() -> None:
    """Outputs under the names of inputs don't replace them."""
    forged = {**drawn(replace(LAW, factor=1.0)), "x": LAW.inputs.tensors["x"] / 1.25}
    found = STATISTICS.judge(forged)
    assert found is not None
    assert found.kind is Kind.WRONG_KIND
    assert not STATISTICS.reproduced_by(forged)


def test_zeros_everywhere_are_no_right_answer() -> None:
    found = STATISTICS.judge({name: torch.zeros(60, 40) for name in STATISTICS.shapes})
    assert found is not None


def test_a_mistake_that_divides_by_zero_predicts_nothing() -> None:
    case = inputs((5, 4), p=0.0)
    law = replace(inverted(case), factor=float("inf"))
    nothing = {name: torch.full((5, 4), torch.nan) for name in STATISTICS.shapes}
    assert law.statistics(law).reproduced_by(nothing)


def outside(bounds: Statistic, lines: int, size: int, share: float) -> float:
    """The probability of the largest of `lines` shares of `size` to be out of its bounds."""
    counted = stats.binom(size, share)
    below = counted.cdf(round(bounds.low * size) - 1) ** lines
    above = -torch.expm1(
        lines * torch.log1p(-torch.tensor(counted.sf(round(bounds.high * size)))).double()
    )
    return float(below + above)


@pytest.mark.parametrize("off", [-RESOLUTION, 0.0, RESOLUTION])
def test_the_bounds_hold_all_but_the_stated_share(off: float) -> None:
    bounds = {statistic.measure: statistic for statistic in STATISTICS.statistics}
    p = 0.2 + off
    alike = p**2 + (1 - p) ** 2
    alarms = [
        outside(bounds["share of entries dropped in training"], 1, 2400, p),
        outside(bounds["largest share dropped of a row"], 60, 40, p),
        outside(bounds["largest share kept of a row"], 60, 40, 1 - p),
        outside(bounds["largest share dropped of a column"], 40, 60, p),
        outside(bounds["largest share kept of a column"], 40, 60, 1 - p),
        outside(bounds["share of entries with the same fate in a second call"], 1, 2400, alike),
        outside(bounds["share of entries with the same fate in a new object"], 1, 2400, alike),
    ]
    assert max(alarms) <= FALSE_ALARM
    assert min(alarms) > FALSE_ALARM / 1e4, "wider than it has to be"
    random = [s for s in STATISTICS.statistics if s.low < s.high and "factor" not in s.measure]
    assert len(random) == len(alarms)
