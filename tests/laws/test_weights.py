"""The law of weights: right draws pass, and what is off is named."""

import pytest
import torch
from torch import Tensor

from autograder.laws.distributions import Normal, Truncated, Uniform
from autograder.laws.weights import Weights
from autograder.report.sentences import message
from autograder.results.kinds import Kind

LAW = Weights((300, 200), Normal(0.05))
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


def without_tails(weights: Tensor) -> Tensor:
    return weights.clamp(-0.114, 0.114)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda w: w + 0.002, "mean"),
        (lambda w: 1.03 * w, "standard deviation"),
        (two_values, "share of weights within one standard deviation"),
        (without_tails, "share of weights within 2.3 standard deviations"),
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
    assert "same seed" in message(found)
    stuck = STATISTICS.judge(outputs(drawn(), following=drawn()))
    assert stuck is not None
    assert "second draw" in message(stuck)


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


@pytest.mark.parametrize("seeded", [True, False])
@pytest.mark.parametrize("fresh", [True, False])
@pytest.mark.parametrize("distribution", [Normal(0.05, mean=0.05), Uniform(0, 1), Truncated(0.2)])
def test_samples_of_a_law_follow_it(
    distribution: Normal | Uniform | Truncated, fresh: bool, seeded: bool
) -> None:
    law = Weights((300, 200), distribution, seeded=seeded, fresh=fresh)
    sampled = law.sample(torch.Generator().manual_seed(1))
    assert law.statistics(LAW).reproduced_by(sampled)
    assert STATISTICS.judge(sampled) is not None


def test_uniform_draws_are_told_apart_although_their_variance_is_right() -> None:
    half = 0.05 * 3**0.5
    law = Weights((300, 200), Uniform(-half, half))
    weights = law.distribution.draw((300, 200), torch.Generator().manual_seed(3))
    assert STATISTICS.judge(outputs(weights)) is not None
    assert law.statistics(LAW).reproduced_by(outputs(weights))
    assert not law.statistics(LAW).reproduced_by(outputs(drawn()))
