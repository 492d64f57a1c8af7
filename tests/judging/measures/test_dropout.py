"""The measures of masks: what each says of outputs that were made by hand."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from autograder.judging.measures.dropout import CALLS, MASK_MEASURES

X = torch.tensor([[1.0, -2.0, 4.0], [0.5, -0.5, 1.0]])
KEPT = torch.tensor([[1.0, 0.0, 1.0], [1.0, 0.0, 0.0]])


def measured(measure: str, **tensors: Tensor) -> float:
    named = {name.replace("_", " "): tensor for name, tensor in tensors.items()}
    return float(MASK_MEASURES[measure]({"x": X, "grad": X.flip(1), **named}, 0.0))


@pytest.mark.parametrize(
    ("measure", "value"),
    [
        ("share of entries dropped in training", 1 / 2),
        ("largest share dropped of a row", 2 / 3),
        ("largest share kept of a row", 2 / 3),
        ("largest share dropped of a column", 1.0),
        ("largest share kept of a column", 1.0),
    ],
)
def test_shares_are_counted(measure: str, value: float) -> None:
    assert measured(measure, first=X * KEPT) == value


def test_rows_are_those_of_the_first_axis_and_columns_those_of_the_last() -> None:
    kept = torch.ones(2, 3, 5)
    kept[1, :, :2] = 0
    assert measured("largest share dropped of a row", first=kept) == 2 / 5
    assert measured("largest share dropped of a column", first=kept) == 1 / 2


def test_a_vector_is_a_row_and_a_column_of_single_entries() -> None:
    vector = torch.tensor([0.0, 1.0, 1.0])
    assert measured("largest share dropped of a row", first=vector) == 1
    assert measured("largest share kept of a column", first=vector) == 1


def test_fates_are_compared_not_values() -> None:
    name = "share of entries with the same fate in a second call"
    assert measured(name, first=X * KEPT, second=3 * X * KEPT) == 1
    assert measured(name, first=X * KEPT, second=X) == 1 / 2


def test_factors_are_those_of_kept_entries() -> None:
    calls = dict.fromkeys(CALLS, 1.25 * X * KEPT)
    smallest = "smallest factor of a kept entry in training"
    largest = "largest factor of a kept entry in training"
    assert (measured(smallest, **calls), measured(largest, **calls)) == (1.25, 1.25)
    calls["other"] = -X
    assert (measured(smallest, **calls), measured(largest, **calls)) == (-1, 1.25)


def test_where_nothing_is_kept_the_factor_is_0() -> None:
    calls = dict.fromkeys(CALLS, 0 * X)
    assert measured("smallest factor of a kept entry in training", **calls) == 0
    assert measured("largest factor of a kept entry in training", **calls) == 0


def test_a_change_of_what_was_handed_in_is_seen() -> None:
    name = "share of entries of x that a training call changes"
    assert measured(name, x_trained=X) == 0
    assert measured(name, x_trained=X * KEPT) == 1 / 2


def test_thousands_are_measured_at_once() -> None:
    many = torch.stack([X * KEPT, X])
    measure = MASK_MEASURES["share of entries dropped in training"]
    assert torch.vmap(lambda first: measure({"first": first}, 0.0))(many).tolist() == [0.5, 0.0]
