"""How signals grow or shrink with depth, layer by layer."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import torch

from autograder.drawing.canvas import SMALL, legend_below, line_style, new_figure, say, show
from autograder.figures.guard import Unfit, fault_of
from autograder.figures.initializers.signals import UNITS, Signals, signals
from autograder.figures.initializers.starts import NormalStart, Starts, of_std
from autograder.words.said import counted, said

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LARGEST = torch.finfo(torch.float32).max
SMALLEST = 2.0**-149
"""The largest float32, and the smallest above 0."""

LAYERS = 20
"""Of the deep networks of `depth`."""


def growth(normal: NormalStart, stds: Sequence[float] = (1.0,), layers: int = 40) -> None:
    """Show what becomes of a signal in layers of 256 units without an activation.

    Args:
        normal: `normal(n_in, n_out, std, generator)`.
        stds: a curve for each.
        layers: how many.
    """
    show(draw_growth(normal, stds, layers))


def depth(starts: Starts, activation: str = "tanh") -> None:
    """Show the size of the signal in 20 layers of 256 units, and that of the gradient.

    Args:
        starts: functions `start(n_in, n_out, generator)` by name.
        activation: "identity", "relu", "sigmoid" or "tanh".
    """
    show(draw_depth(starts, activation))


def draw_growth(normal: NormalStart, stds: Sequence[float], layers: int) -> Figure:
    """The figure that `growth` shows: measured on what 256 · std² says."""
    figure = new_figure(3.4)
    axes = figure.subplots()
    for place, std in enumerate(stds):
        try:
            sizes = signals(of_std(normal, std), "identity", layers).forwards
        except Unfit as fault:
            say(axes, fault_of("normal", fault), width=60)
            break
        factor = math.sqrt(UNITS) * std
        style = line_style(place)
        finite = [size for size in sizes if 0 < size < math.inf]
        axes.plot([factor**layer for layer in range(layers + 1)], **_predicted(style))
        axes.plot(finite, label=_ending(std, sizes), marker=".", **style | {"linestyle": "-"})
    for limit, name in ((LARGEST, said("largest float32")), (SMALLEST, said("smallest float32"))):
        axes.axhline(limit, color="0.5", linewidth=0.8)
        axes.text(0.5, 10 * limit, name, fontsize=SMALL)
    axes.set(yscale="log", xlim=(0, layers), ylim=(1e-49, 1e44))
    title = counted(
        "{number} layers of {units} units, no activation",
        "{number} layers of {units} units, no activation",
        layers,
        units=UNITS,
    )
    _label(axes, title, said("root mean square of z"))
    if axes.get_legend_handles_labels()[0]:
        axes.legend(fontsize=SMALL, loc="lower left", bbox_to_anchor=(0, 0.12))
    return figure


def draw_depth(starts: Starts, activation: str) -> Figure:
    """The figure that `depth` shows."""
    figure = new_figure(3.6)
    left, right = figure.subplots(1, 2)
    faults = []
    for place, (name, start) in enumerate(starts.items()):
        try:
            measured = signals(start, activation, LAYERS)
        except Unfit as fault:
            faults.append(fault_of(name, fault))
            continue
        _draw_signals(left, right, measured, line_style(place) | {"label": name})
    for axes, title, what in (
        (left, said("Forwards"), said("root mean square of z")),
        (right, said("Backwards"), said("root mean square of ∂L/∂z")),
    ):
        axes.set(yscale="log", xticks=range(0, LAYERS + 1, 5))
        _label(axes, title, what)
        if faults:
            say(axes, "; ".join(faults), width=40)
    legend_below(figure, left)
    above = said(
        "{layers} layers of {units} units, {activation}",
        layers=LAYERS,
        units=UNITS,
        activation=activation,
    )
    figure.suptitle(above, fontsize=10)
    return figure


def _draw_signals(left: Axes, right: Axes, measured: Signals, style: dict[str, Any]) -> None:
    left.plot(measured.forwards, **style)
    right.plot(measured.backwards, **style)


def _predicted(style: dict[str, Any]) -> dict[str, Any]:
    return {"color": style["color"], "linestyle": (0, (4, 3)), "linewidth": 1.2, "alpha": 0.6}


def _ending(std: float, sizes: Sequence[float]) -> str:
    """In words: the first layer that float32 can't hold, or how the last layer stands."""
    name = f"{std:g}"
    for layer, size in enumerate(sizes):
        if not math.isfinite(size):
            return said("std {std}: infinite from layer {layer} on", std=name, layer=layer)
        if size == 0:
            return said("std {std}: 0 from layer {layer} on", std=name, layer=layer)
    last = f"{sizes[-1]:.2g}"
    return said("std {std}: {size} in layer {layer}", std=name, size=last, layer=len(sizes) - 1)


def _label(axes: Axes, title: str, y: str) -> None:
    axes.set_title(title, fontsize=10)
    axes.set_xlabel(said("layer"))
    axes.set_ylabel(y)
    axes.tick_params(labelsize=SMALL)
