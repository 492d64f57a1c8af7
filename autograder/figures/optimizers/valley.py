"""A figure of the learning-rate valley: where an optimizer's loss settles at each rate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from autograder.drawing.canvas import SMALL, line_style, new_figure, show
from autograder.figures.optimizers.paths import STEPS, draw_panels
from autograder.figures.optimizers.surfaces import ILL_CONDITIONED, Surface
from autograder.figures.optimizers.sweep import AT_REST, RATES, Sweep, sweep
from autograder.figures.optimizers.trajectory import OptimizerClass
from autograder.words.said import counted, said

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ARRIVED = 1e-3
"""An optimizer has arrived where its loss settles below this part of the first."""


def valley(
    *optimizers: OptimizerClass, surface: Surface = ILL_CONDITIONED, steps: int = STEPS
) -> None:
    """Show where the loss of each of `optimizers` settles at each rate, and its path at the best.

    All start at the same point and get the same sixty rates, from 0.0001 to 3. The legend says
    over how many decades of rates the loss falls to a thousandth; at least, where it is still that
    low at an edge.
    """
    show(draw_valley(optimizers, surface, steps))


def draw_valley(optimizers: Sequence[OptimizerClass], surface: Surface, steps: int) -> Figure:
    """The figure that `valley` shows."""
    sweeps = [sweep(optimizer, surface, steps) for optimizer in optimizers]
    figure = new_figure()
    left, right = figure.subfigures(1, 2, squeeze=False, width_ratios=(1.1, 1)).flat
    _draw_losses(left.subplots(), surface, steps, sweeps)
    left.legend(loc="outside lower center", ncols=2, fontsize=SMALL, frameon=False)
    draw_panels(right, surface, sweeps, columns=1 if len(sweeps) <= 2 else 2)
    right.suptitle(said("The path at the best rate"), fontsize=10)
    return figure


def _draw_losses(axes: Axes, surface: Surface, steps: int, sweeps: Sequence[Sweep]) -> None:
    first = sweeps[0].runs[0].losses[0].item()
    line = ARRIVED * first
    for place, swept in enumerate(sweeps):
        if swept.runs[swept.best].fault:
            label = said("{name}: no curve", name=swept.name)
            axes.plot([], [], label=label, **line_style(place))
        else:
            label = _width(swept, line)
            axes.plot(swept.rates, swept.losses, label=label, **line_style(place))
    axes.axhline(line, color="0.5", linewidth=0.8)
    axes.text(1.2 * RATES[0], 0.4 * line, said("first loss ÷ 1000"), fontsize=SMALL)
    axes.set(xscale="log", yscale="log", xlim=(RATES[0], RATES[-1]))
    axes.set_ylim(AT_REST * first, 30 * first)
    axes.set_xlabel(said("learning rate lr"))
    axes.set_ylabel(said("mean of the last ten losses"))
    title = counted(
        "The valley after {number} steps on {surface}",
        "The valley after {number} steps on {surface}",
        steps,
        surface=surface.name,
    )
    axes.set_title(title, fontsize=10)


def _width(swept: Sweep, loss: float) -> str:
    decades = f"{swept.decades(loss):.2f}"
    if swept.cut_off(loss):
        return said("{name}: ≥ {decades} decades", name=swept.name, decades=decades)
    return said("{name}: {decades} decades", name=swept.name, decades=decades)
