"""What is drawn in a figure, as plain numbers and text."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.legend import Legend
from matplotlib.lines import Line2D


def points_of(line: Line2D) -> list[list[float]]:
    return [[float(x), float(y)] for x, y in np.asarray(line.get_xydata())]


def heights_of(line: Line2D) -> list[float]:
    return [y for _, y in points_of(line)]


def entries_of(legend: Legend | None) -> list[str]:
    return [] if legend is None else [text.get_text() for text in legend.get_texts()]


def numbers_of(column: Sequence[str]) -> list[float]:
    """Those of a table's column, without its head."""
    return [float(entry.replace("−", "-")) for entry in column[1:]]
