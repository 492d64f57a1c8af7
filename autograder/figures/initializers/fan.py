"""A figure of nine gains in ReLU layers: each sets the slope of a signal's logarithm over depth."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from autograder.drawing.canvas import SMALL, new_figure, say, show
from autograder.figures.guard import Unfit, fault_of
from autograder.figures.initializers.signals import UNITS, Signals, signals
from autograder.figures.initializers.starts import NormalStart, of_std
from autograder.words.said import said

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LAYERS = 30
GAINS: tuple[float, ...] = tuple(math.sqrt(2) * 2 ** (step / 4) for step in range(-4, 5))
"""From half of He's √2 to twice that."""

# Blue below He's gain, which is black, and red above it; the darker, the farther from it.
_BELOW = ("#08306b", "#08519c", "#2171b5", "#4292c6")
_ABOVE = ("#f16913", "#d94801", "#a63603", "#7f2704")
_COLOURS = (*_BELOW, "#000000", *_ABOVE)


def fan(normal: NormalStart) -> None:
    """Show nine gains: measured signals and gradients, solid, on the predicted slopes, dashed.

    Each layer of 256 units gets weights with the deviation gain/√256, and ReLU.

    Args:
        normal: `normal(n_in, n_out, std, generator)`.
    """
    show(draw_fan(normal, GAINS))


def draw_fan(normal: NormalStart, gains: Sequence[float]) -> Figure:
    """The figure that `fan` shows."""
    figure = new_figure()
    forwards, backwards = figure.subplots(1, 2, sharey=True)
    for gain, colour in zip(gains, _COLOURS, strict=True):
        try:
            measured = signals(of_std(normal, gain / math.sqrt(UNITS)), "relu", LAYERS)
        except Unfit as fault:
            for axes in (forwards, backwards):
                say(axes, fault_of("normal", fault), width=40)
            break
        _draw_gain(forwards, backwards, gain, measured, colour)
    _label(forwards, said("Forwards"), said("log₁₀ of the root mean square of z"))
    _label(backwards, said("Backwards"), said("log₁₀ of the root mean square of ∂L/∂z"))
    title = said(
        "{layers} ReLU layers of {units} units, std = gain/√{units}; "
        "dashed: the predicted slope log₁₀(gain/√2)",
        layers=LAYERS,
        units=UNITS,
    )
    figure.suptitle(title, fontsize=10)
    return figure


def _draw_gain(
    forwards: Axes, backwards: Axes, gain: float, measured: Signals, colour: str
) -> None:
    slope = math.log10(gain / math.sqrt(2))
    predicted = [slope * layer for layer in range(LAYERS + 1)]
    for axes, line, sizes, end in (
        (forwards, predicted, measured.forwards, LAYERS),
        (backwards, predicted[::-1], measured.backwards, 0),
    ):
        axes.plot(line, color=colour, linestyle=(0, (4, 3)), linewidth=1.2, alpha=0.6)
        drawn = [math.log10(size) if 0 < size < math.inf else math.nan for size in sizes]
        label = said("gain {gain}", gain=f"{gain:.3g}")
        axes.plot(drawn, color=colour, linewidth=1.8, label=label)
        axes.annotate(
            f"{gain:.3g}",
            (end, line[end]),
            xytext=(4 if end else -4, 0),
            textcoords="offset points",
            ha="left" if end else "right",
            va="center",
            fontsize=SMALL,
        )


def _label(axes: Axes, title: str, y: str) -> None:
    axes.set_title(title, fontsize=10)
    axes.set(xlabel=said("layer"), ylabel=y, xlim=(-5, LAYERS + 5))
    axes.tick_params(labelsize=SMALL, labelleft=True)
