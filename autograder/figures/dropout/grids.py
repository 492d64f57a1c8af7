"""A panel that shows which entries are dropped, and what the others are multiplied with."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from torch import Tensor

from autograder.drawing.canvas import colour
from autograder.words.said import said

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def draw_grid(axes: Axes, name: str, values: Tensor) -> None:
    """Draw `values` below `name`: white where they are 0."""
    from matplotlib.colors import ListedColormap

    colours = ListedColormap(["white", colour(0)])
    axes.imshow((values != 0).tolist(), cmap=colours, vmin=0, vmax=1, aspect="auto")
    axes.set_title(_title(name, values), fontsize=9)


def _title(name: str, values: Tensor) -> str:
    share, kept = f"{float((values == 0).double().mean()):.0%}", values[values != 0]
    if not len(kept):
        return said("{name}:\n{share} dropped", name=name, share=share)
    least, most = float(kept.min()), float(kept.max())
    low, high = f"{least:.3g}", f"{most:.3g}"
    if math.isclose(least, most, rel_tol=1e-4):
        return said("{name}:\n{share} dropped, others {value}", name=name, share=share, value=low)
    return said(
        "{name}:\n{share} dropped, others {low} to {high}",
        name=name,
        share=share,
        low=low,
        high=high,
    )
