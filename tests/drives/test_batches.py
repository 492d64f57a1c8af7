"""Batches are well conditioned whatever the key, and hold what their case says."""

import secrets

import pytest
import torch

from autograder.drives.batches import batches
from autograder.drives.draw import PUBLIC_KEY, Draw


def drawn(*shape: int, key: bytes = PUBLIC_KEY, **spread: object) -> torch.Tensor:
    return batches(Draw(key, "e", "c"), shape, **spread)  # type: ignore[arg-type]


@pytest.mark.parametrize("rows", [2, 3, 4, 30])
def test_the_rows_of_a_column_never_come_together(rows: int) -> None:
    for _ in range(20):
        x = drawn(3, rows, 4, key=secrets.token_bytes(16), dtype="float64")
        ordered = x.sort(dim=1).values
        # A stratum is 2/rows wide, of which 0.4 at least lie between two rows.
        least = 0.75 * torch.arange(1, 5) * 2 / rows * 0.4
        assert bool((ordered.diff(dim=1) >= least * (1 - 1e-12)).all())


def test_columns_and_batches_differ_in_mean_and_spread() -> None:
    x = drawn(2, 8, 3, dtype="float64")
    assert len(set(x.mean(dim=1).flatten().tolist())) == 6
    widths = x.std(dim=1)
    assert bool((widths[:, 1:] > 1.1 * widths[:, :-1]).all())


def test_scale_and_offset_are_the_cases() -> None:
    x = drawn(1, 8, 3, scale=0.1, offset=1e4)
    assert x.dtype is torch.float32
    assert bool(((x.abs() > 4e3) & (x.abs() < 1.1e4)).all())
    assert float((x - x.mean(dim=1, keepdim=True)).abs().max()) < 0.8


def test_the_mean_of_a_constant_column_is_exact() -> None:
    x = drawn(2, 8, 3, constant=[0, 2])
    assert torch.equal(x.mean(dim=1)[:, [0, 2]], x[:, 0, [0, 2]])
    assert bool((x[:, 0, [0, 2]] >= 0.125).all())
    assert float(x[:, :, 1].std()) > 0.5
