"""Curves are short, plain numbers, and only there where an eye can tell them apart."""

from __future__ import annotations

import math

import pytest

from autograder.results.divergence import LONGEST, Divergence, around

NAN, INF = math.nan, math.inf


def curves(got: list[float], expected: list[float], step: int = 0) -> Divergence | None:
    return around("first", "w[0]", "step", step, got, expected)


def test_a_short_run_is_held_whole() -> None:
    found = curves([1.0, 2.0, 4.0], [1.0, 2.0, 3.0], step=2)
    assert found == Divergence("first", "w[0]", "step", 3, 1, (1, 2, 4), (1, 2, 3))


@pytest.mark.parametrize(("step", "first"), [(0, 1), (20, 6), (500, 486), (999, 941)])
def test_of_a_long_run_what_lies_around_the_parting_is_held(step: int, first: int) -> None:
    expected = [float(i) for i in range(1000)]
    got = [value + 90 * (i >= step) for i, value in enumerate(expected)]
    found = curves(got, expected, step)
    assert found is not None
    assert (found.at, found.first) == (step + 1, first)
    assert len(found.got) == len(found.expected) == LONGEST
    place = found.at - found.first
    assert found.got[place] == step + 90
    assert found.got[:place] == found.expected[:place]


def test_numbers_are_as_exact_as_can_be_seen() -> None:
    found = curves([0.123456789, -1.0], [0.2, 1.0])
    assert found is not None
    assert found.got == (0.1235, -1.0)


@pytest.mark.parametrize("lost", [NAN, INF, -INF, 1e31, -1e300])
def test_what_can_not_be_drawn_is_none(lost: float) -> None:
    found = curves([1.0, lost, lost], [1.0, 1.0, 1.0], step=1)
    assert found is not None
    assert found.got == (1, None, None)


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        ([2.0], [1.0]),
        ([1.0, 2.01], [1.0, 2.0]),
        ([1e-9 + 1, 1.0, 5.0], [1.0, 1.0, 5.0]),
        ([NAN, NAN], [1.0, 2.0]),
        ([], []),
    ],
)
def test_what_can_not_be_seen_has_no_curves(got: list[float], expected: list[float]) -> None:
    assert curves(got, expected) is None
