"""The keyed stream: the same everywhere, another for every key, exercise and case."""

import pytest
import torch

from autograder.drives.draw import PUBLIC_KEY, Draw


def numbers(key: bytes = PUBLIC_KEY, exercise: str = "adam", case: str = "a") -> torch.Tensor:
    return Draw(key, exercise, case).uniform((4,))


def test_a_stream_is_pinned_to_the_last_bit() -> None:
    words = (numbers() * 2**23).tolist()
    assert words == [6819378.0, -3398678.0, -2898251.0, 4241183.0]


@pytest.mark.parametrize(
    "other", [{"key": b"another"}, {"exercise": "ada", "case": "ma"}, {"case": "b"}]
)
def test_every_part_of_the_key_gives_another_stream(other: dict[str, object]) -> None:
    assert not torch.equal(numbers(), numbers(**other))  # type: ignore[arg-type]


def test_a_second_call_goes_on() -> None:
    draw = Draw(PUBLIC_KEY, "adam", "a")
    assert not torch.equal(draw.uniform((4,)), draw.uniform((4,)))


def test_float32_holds_every_number() -> None:
    drawn = Draw(PUBLIC_KEY, "adam", "a").uniform((1000,))
    assert torch.equal(drawn, drawn.float().double())
    assert drawn.min() >= -1
    assert drawn.max() < 1


def test_signed_keeps_away_from_zero_and_has_both_signs() -> None:
    drawn = Draw(PUBLIC_KEY, "adam", "a").signed((1000,), 0.25, 1.0)
    assert drawn.abs().min() >= 0.25
    assert 400 < int((drawn > 0).sum()) < 600


def test_uniform_is_flat() -> None:
    drawn = Draw(PUBLIC_KEY, "adam", "flat").uniform((100_000,), 0.0, 1.0)
    counts = torch.histc(drawn, bins=10, min=0.0, max=1.0)
    # Each bin is binomial with mean 10,000 and deviation 95.
    assert (counts - 10_000).abs().max() < 500
