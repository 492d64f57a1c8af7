"""Figures of dropout on single entries: which are dropped, and the outputs' mean and variance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor

from autograder.drawing.canvas import SMALL, colour, line_style, new_figure, say, show
from autograder.drawing.table import Table, column
from autograder.figures.dropout.dropout_layers import DropoutClass, backward, forward
from autograder.figures.dropout.grids import draw_grid
from autograder.figures.guard import Unfit, fault_of, guarded, name_of
from autograder.words.said import marked, said

if TYPE_CHECKING:
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
            say(axes, fault_of(name_of(layer), unfit))
    for axes, (name, values) in zip(panels, drawn.items(), strict=False):
        draw_grid(axes, said(name), values)
    for axes in panels:
        axes.set(xticks=[], yticks=[], xlabel=said("unit"))
    panels[0].set_ylabel(said("example"))
    title = said("{name}({p}) of ones: white is dropped", name=name_of(layer), p=f"{p:g}")
    figure.suptitle(title, fontsize=10)
    return figure


def tabulate(layer: DropoutClass, p: float, x: Sequence[float]) -> Table:
    """The table that `moments` shows."""
    name = name_of(layer)
    try:
        trained, tested = _many_calls(layer, p, torch.tensor(x, dtype=torch.float64))
    except Unfit as unfit:
        return Table("", [], [fault_of(name, unfit)])
    columns = [
        column("x", x),
        column(said("mean in training"), _rounded(trained.mean(0))),
        column(said("variance in training"), _rounded(trained.var(0))),
        column(said("at test time"), tested.tolist()),
    ]
    title = said("{name}({p}), {calls} calls", name=name, p=f"{p:g}", calls=f"{CALLS:,}")
    return Table(title, columns, [])


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
            say(axes, _fault_of_either(layer, variance, unfit), width=60)
            break
        label = said("p = {p}, predicted", p=f"{p:g}")
        axes.plot(x.tolist(), predicted, label=label, **line_style(place))
        dots: dict[str, Any] = {
            "label": said("p = {p}, measured", p=f"{p:g}"),
            "markersize": 4,
            "color": colour(place),
        }
        axes.plot(x.tolist(), measured, "o", **dots)
    axes.set_xlabel("x")
    axes.set_ylabel(said("variance of the output"))
    title = said(
        "What {name} makes of x in {calls} training calls",
        name=name_of(layer),
        calls=f"{CALLS:,}",
    )
    axes.set_title(title, fontsize=10)
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
            marked("first call"): first,
            marked("second call"): second,
            marked("gradient of the second"): backward(made, ones),
        }


def _many_calls(layer: DropoutClass, p: float, x: Tensor) -> tuple[Tensor, Tensor]:
    """Of `x`: what a training call makes of each of `CALLS` copies, and a test call of one."""
    generator = torch.Generator().manual_seed(5)
    with guarded():
        made = layer(p)
        trained = forward(made, x.expand(CALLS, -1), True, generator)
        return trained, forward(made, x, False, generator)


def _fault_of_either(layer: DropoutClass, variance: Callable[..., Any], fault: Unfit) -> str:
    return said(
        "{layer} or {variance}: {fault}",
        layer=name_of(layer),
        variance=name_of(variance),
        fault=fault,
    )


def _rounded(values: Tensor) -> list[float]:
    """Two decimals: of 10,000 calls no more can be trusted."""
    return [round(value, 2) for value in values.tolist()]
