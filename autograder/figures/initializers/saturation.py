"""A figure of saturated tanh units: how many a large gain pins to ±1, and the gradients left."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from autograder.drawing.canvas import SMALL, legend_below, line_style, new_figure, say, show
from autograder.figures.guard import Unfit, fault_of
from autograder.figures.initializers.signals import UNITS, signals
from autograder.figures.initializers.starts import NormalStart, of_std
from autograder.words.said import said

if TYPE_CHECKING:
    from matplotlib.figure import Figure

LAYERS = 20


def saturation(normal: NormalStart, gains: Sequence[float] = (1, 2, 4, 8, 16)) -> None:
    """Show the share of tanh outputs beyond 0.99 in size, and the gradients that they leave.

    Args:
        normal: `normal(n_in, n_out, std, generator)`; its std is gain/√256.
        gains: a curve for each.
    """
    show(draw_saturation(normal, gains))


def draw_saturation(normal: NormalStart, gains: Sequence[float]) -> Figure:
    """The figure that `saturation` shows."""
    figure = new_figure(3.6)
    share, gradient = figure.subplots(1, 2)
    for place, gain in enumerate(gains):
        try:
            measured = signals(of_std(normal, gain / math.sqrt(UNITS)), "tanh", LAYERS)
        except Unfit as fault:
            for axes in (share, gradient):
                say(axes, fault_of("normal", fault), width=40)
            break
        style = line_style(place) | {"label": said("gain {gain}", gain=f"{gain:g}")}
        share.plot(range(1, LAYERS + 1), measured.saturated[1:], **style)
        gradient.plot(measured.backwards, **style)
    share.set(ylim=(-0.02, 1), ylabel=said("share beyond 0.99"), title=said("Saturated outputs"))
    gradient.set(yscale="log", ylabel=said("root mean square of ∂L/∂z"), title=said("Backwards"))
    for axes in (share, gradient):
        axes.set(xlabel=said("layer"), xticks=range(0, LAYERS + 1, 5))
        axes.title.set_fontsize(10)
        axes.tick_params(labelsize=SMALL)
    legend_below(figure, share)
    title = said(
        "{layers} tanh layers of {units} units, std = gain/√{units}", layers=LAYERS, units=UNITS
    )
    figure.suptitle(title, fontsize=10)
    return figure
