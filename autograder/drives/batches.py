"""Batches for the drives that need them: rows are samples, columns are features."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import torch
from torch import Tensor

if TYPE_CHECKING:
    from autograder.drives.draw import Draw


def batches(
    draw: Draw,
    shape: Sequence[int],
    *,
    scale: float = 1.0,
    offset: float = 2.0,
    constant: Sequence[int] = (),
    dtype: str = "float32",
) -> Tensor:
    """Batches whose columns spread well, whatever the key: no column's rows can come together.

    Each column is cut into as many strata as there are rows, and each row lies in one of its own.
    Else two rows could come so near to each other that their variance is rounding alone.

    Args:
        draw: where the numbers come from.
        shape: how many batches, and the rows and columns of each.
        scale: how far a column goes to either side of its middle; the second column goes twice as
            far, the third three times, and so on.
        offset: how far a column's middle is from 0: between half of it and all of it.
        constant: the columns that hold one number, an eighth times a whole number, so that its
            mean is exact.
        dtype: "float32" or "float64".
    """
    count, rows, columns = shape
    stratum = draw.uniform(shape).argsort(dim=1, stable=True)
    place = 2 * (stratum + draw.uniform(shape, 0.2, 0.8)) / rows - 1
    width = scale * torch.arange(1, columns + 1) * draw.uniform((count, 1, columns), 0.75, 1.25)
    made = draw.signed((count, 1, columns), offset / 2, offset) + width * place
    for column in constant:
        made[:, :, column] = draw.integer(1, 16) / 8
    return made.to(getattr(torch, dtype))
