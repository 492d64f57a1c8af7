from __future__ import annotations

import pytest
import torch

from autograder.figures.initializers.starts import Start
from autograder.figures.initializers.twins import distinct, tabulate

from ..drawn import numbers_of
from . import starting


def test_units_that_start_alike_stay_alike() -> None:
    starts: dict[str, Start] = {
        "zeros": starting.zeros,
        "halves": starting.halves,
        "he": starting.he,
    }
    table = tabulate(starts)
    assert list(table.columns[0]) == ["weights", "zeros", "halves", "he"]
    first, last, _, loss = (numbers_of(column) for column in table.columns[1:])
    assert first == last == [1, 1, 8]
    assert loss[:2] == pytest.approx([0.25, 0.25], abs=2e-3)  # three digits are shown
    assert loss[2] < 0.01


def test_columns_that_differ_in_a_digit_are_distinct() -> None:
    assert distinct(torch.tensor([[1.0, 1.0 + 1e-6, 1.001]])) == 2
    assert distinct(torch.zeros(2, 5)) == 1
