"""Figures of dropout on single entries: which are dropped, and the outputs' mean and variance."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor

from autograder.drawing.canvas import SMALL, colour, line_style, new_figure, say, show
from autograder.drawing.table import Table, column
from autograder.figures.dropout.dropout_layers import DropoutClass, backward, forward
from autograder.figures.guard import Unfit, guarded, name_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

CALLS = 10_000
ROWS, COLUMNS = 20, 30


def fates(layer: DropoutClass, p: float = 0.3) -> None:
    """Show which of 20 × 30 ones are dropped in two calls, and where the gradient then passes."""
    show(draw_fates(layer, p))


def moments(layer: DropoutClass, p: float = 0.2, x: Sequence[float] = (2, -1, 4)) -> None:
    """Show mean and variance of what 10,000 training calls make of `x`, beside the test call."""
    from IPython.display import display

    display(tabulate(layer, p, x))


def noise(layer: DropoutClass, variance: Callable[..., Any]) -> None:
    """Show the variance that `layer` has over 10,000 calls, on what `variance(x, p)` predicts."""
    show(draw_noise(layer, variance, (0.2, 0.5, 0.7)))


def draw_fates(layer: DropoutClass, p: float) -> Figure:
    """The figure that `fates` shows."""
    figure = new_figure(2.9)
    panels = figure.subplots(1, 3)
    try:
        drawn = _two_calls(layer, p)
    except Unfit as unfit:
        drawn = {}
        for axes in panels:
            say(axes, f"{name_of(layer)}: {unfit}")
    for axes, (name, values) in zip(panels, drawn.items(), strict=False):
        _draw_grid(axes, name, values)
    for axes in panels:
        axes.set(xticks=[], yticks=[], xlabel="unit")
    panels[0].set_ylabel("example")
    title = f"{name_of(layer)}({p:g}) of ones: white is dropped"
    figure.suptitle(title, fontsize=10)
    return figure


def tabulate(layer: DropoutClass, p: float, x: Sequence[float]) -> Table:
    """The table that `moments` shows."""
    name = name_of(layer)
    try:
        trained, tested = _many_calls(layer, p, torch.tensor(x, dtype=torch.float64))
    except Unfit as unfit:
        return Table("", [], [f"{name}: {unfit}"])
    columns = [
        column("x", x),
        column("mean in training", _rounded(trained.mean(0))),
        column("variance in training", _rounded(trained.var(0))),
        column("at test time", tested.tolist()),
    ]
    return Table(f"{name}({p:g}), {CALLS:,} calls", columns, [])


def draw_noise(layer: DropoutClass, variance: Callable[..., Any], rates: Sequence[float]) -> Figure:
    """The figure that `noise` shows: measured dots on predicted curves."""
    figure = new_figure(3.4)
    axes = figure.subplots()
    x = torch.linspace(-2, 2, 17, dtype=torch.float64)
    for place, p in enumerate(rates):
        try:
            measured = _many_calls(layer, p, x)[0].var(0).tolist()
            with guarded():
                predicted = [float(variance(float(value), p)) for value in x]
        except Unfit as unfit:
            say(axes, f"{name_of(layer)} or {name_of(variance)}: {unfit}", width=60)
            break
        axes.plot(x.tolist(), predicted, label=f"p = {p:g}, predicted", **line_style(place))
        dots: dict[str, Any] = {
            "label": f"p = {p:g}, measured",
            "markersize": 4,
            "color": colour(place),
        }
        axes.plot(x.tolist(), measured, "o", **dots)
    axes.set_xlabel("x")
    axes.set_ylabel("variance of the output")
    axes.set_title(f"What {name_of(layer)} makes of x in {CALLS:,} training calls", fontsize=10)
    axes.tick_params(labelsize=SMALL)
    if axes.get_legend_handles_labels()[0]:
        axes.legend(fontsize=SMALL, ncols=len(rates), loc="upper center")
    return figure


def _two_calls(layer: DropoutClass, p: float) -> dict[str, Tensor]:
    ones, generator = torch.ones(ROWS, COLUMNS), torch.Generator().manual_seed(4)
    with guarded():
        made = layer(p)
        first = forward(made, ones, True, generator)
        second = forward(made, ones, True, generator)
        return {
            "first call": first,
            "second call": second,
            "gradient of the second": backward(made, ones),
        }


def _many_calls(layer: DropoutClass, p: float, x: Tensor) -> tuple[Tensor, Tensor]:
    """Of `x`: what a training call makes of each of `CALLS` copies, and a test call of one."""
    generator = torch.Generator().manual_seed(5)
    with guarded():
        made = layer(p)
        trained = forward(made, x.expand(CALLS, -1), True, generator)
        return trained, forward(made, x, False, generator)


def _draw_grid(axes: Axes, name: str, values: Tensor) -> None:
    from matplotlib.colors import ListedColormap

    colours = ListedColormap(["white", colour(0)])
    axes.imshow((values != 0).tolist(), cmap=colours, vmin=0, vmax=1, aspect="auto")
    dropped = float((values == 0).double().mean())
    kept = values[values != 0]
    said = f"{dropped:.0%} dropped"
    if len(kept):
        low, high = float(kept.min()), float(kept.max())
        alike = math.isclose(low, high, rel_tol=1e-4)
        said += f", others {low:.3g}" if alike else f", others {low:.3g} to {high:.3g}"
    axes.set_title(f"{name}:\n{said}", fontsize=9)


def _rounded(values: Tensor) -> list[float]:
    """Two decimals: of 10,000 calls no more can be trusted."""
    return [round(value, 2) for value in values.tolist()]
