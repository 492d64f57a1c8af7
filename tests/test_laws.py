"""The laws: right draws pass, wrong ones fail, and the bounds are what they claim to be."""

import pytest
import torch
from scipy import stats
from torch import Tensor

from autograder.laws import FALSE_ALARM, NormalWeights, UniformWeights
from autograder.verdict import Kind

LAW = NormalWeights((300, 200), 0.05)
STATISTICS = LAW.statistics(LAW)


def outputs(weights: Tensor, following: Tensor | None = None) -> dict[str, Tensor]:
    other = torch.randn(weights.shape, generator=torch.Generator().manual_seed(99))
    return {"weights": weights, "next": other if following is None else following, "again": weights}


def drawn(seed: int = 1) -> Tensor:
    return 0.05 * torch.randn(300, 200, generator=torch.Generator().manual_seed(seed))


@pytest.mark.parametrize("seed", range(20))
def test_right_draws_pass(seed: int) -> None:
    assert STATISTICS.judge(outputs(drawn(seed))) is None


def repeated_rows(weights: Tensor) -> Tensor:
    return weights[:1].expand(300, 200).clone()


def repeated_columns(weights: Tensor) -> Tensor:
    return weights[:, :1].expand(300, 200).clone()


def two_values(weights: Tensor) -> Tensor:
    return 0.05 * weights.sign()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda w: w + 0.002, "mean"),
        (lambda w: 1.03 * w, "standard deviation"),
        (two_values, "share of weights within"),
        (repeated_rows, "neighbouring rows"),
        (repeated_columns, "neighbouring columns"),
    ],
)
def test_what_is_off_is_named(spoil: object, said: str) -> None:
    weights = drawn()
    judged = [s for s in STATISTICS.statistics if not s.holds(outputs(spoil(weights)))]  # type: ignore[operator]
    assert any(said in statistic.measure for statistic in judged)


def test_the_seed_has_to_count() -> None:
    unseeded = {**outputs(drawn()), "again": drawn(2)}
    found = STATISTICS.judge(unseeded)
    assert found is not None
    assert "same seed" in found.message
    stuck = STATISTICS.judge(outputs(drawn(), following=drawn()))
    assert stuck is not None
    assert "second draw" in stuck.message


def test_not_a_number_shape_and_dtype_come_first() -> None:
    spoilt = drawn()
    spoilt[0, 0] = float("nan")
    for weights, kind in (
        (spoilt, Kind.NOT_FINITE),
        (drawn().T.contiguous(), Kind.SHAPE),
        (drawn().double(), Kind.DTYPE),
    ):
        found = STATISTICS.judge(outputs(weights, following=weights.clone()))
        assert found is not None
        assert found.kind is kind


def test_the_bounds_of_mean_and_deviation_hold_the_stated_share() -> None:
    count = 300 * 200
    mean, deviation, within = STATISTICS.statistics[:3]
    outside = 2 * stats.norm.sf(mean.high / (0.05 / count**0.5))
    assert outside == pytest.approx(FALSE_ALARM, rel=1e-6)
    scaled = (count - 1) / 0.05**2
    law = stats.chi2(count - 1)
    outside = law.sf(deviation.high**2 * scaled) + law.cdf(deviation.low**2 * scaled)
    assert outside == pytest.approx(FALSE_ALARM, rel=1e-3)
    share = stats.binom(count, within.expected)
    assert share.sf(within.high * count) + share.cdf(within.low * count - 1) <= FALSE_ALARM


def test_uniform_draws_are_told_apart_although_their_variance_is_right() -> None:
    half = 0.05 * 3**0.5
    law = UniformWeights((300, 200), -half, half)
    generator = torch.Generator().manual_seed(3)
    weights = (2 * torch.rand(300, 200, generator=generator) - 1) * half
    assert STATISTICS.judge(outputs(weights)) is not None
    assert law.statistics(LAW).reproduced_by(outputs(weights))
    assert not law.statistics(LAW).reproduced_by(outputs(drawn()))
