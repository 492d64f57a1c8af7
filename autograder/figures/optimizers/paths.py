"""Each optimizer's path over the contours of a surface."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import torch

from autograder.drawing.canvas import HEIGHT, SMALL, WIDTH, colour, new_figure, say, show
from autograder.figures.optimizers.surfaces import ILL_CONDITIONED, Surface
from autograder.figures.optimizers.sweep import RATES, Sweep, sweep
from autograder.figures.optimizers.trajectory import OptimizerClass
from autograder.words.said import counted, said

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

STEPS = 100
COLUMNS = 3


def paths(
    *optimizers: OptimizerClass,
    surface: Surface = ILL_CONDITIONED,
    lr: float | None = None,
    steps: int = STEPS,
) -> None:
    """Show where each of `optimizers` walks on `surface`, and the mean of its last ten losses.

    Args:
        optimizers: classes with `update(params, grads)`; up to six.
        surface: what to walk on, from its own start.
        lr: the rate for all; None for each one's best of the same sixty rates.
        steps: how many.
    """
    show(draw_paths(optimizers, surface, lr, steps))


def draw_paths(
    optimizers: Sequence[OptimizerClass], surface: Surface, lr: float | None, steps: int
) -> Figure:
    """The figure that `paths` shows."""
    rates = RATES if lr is None else (lr,)
    sweeps = [sweep(optimizer, surface, steps, rates) for optimizer in optimizers]
    figure = new_figure(_height(surface, len(sweeps)))
    for axes, swept in draw_panels(figure, surface, sweeps, COLUMNS):
        if not swept.runs[swept.best].fault:
            axes.set_title(_ending(swept), fontsize=SMALL)
    figure.suptitle(_title(surface, lr, steps), fontsize=10)
    return figure


def draw_panels(
    figure: Any, surface: Surface, sweeps: Sequence[Sweep], columns: int
) -> list[tuple[Axes, Sweep]]:
    """Draw the best run of each of `sweeps` in a panel of its own; the panels, in order."""
    columns = min(columns, len(sweeps))
    rows = -(-len(sweeps) // columns)
    grid = figure.subplots(rows, columns, sharex=True, sharey=True, squeeze=False)
    panels = list(zip(grid.flat, sweeps, strict=False))
    for place, (axes, swept) in enumerate(panels):
        _draw_contours(axes, surface)
        _draw_best(axes, surface, swept, place)
        if place % columns == 0:
            axes.set_ylabel("y", fontsize=SMALL)
        if place // columns == rows - 1:
            axes.set_xlabel("x", fontsize=SMALL)
    for empty in range(len(panels), rows * columns):
        grid.flat[empty].set_visible(False)
        grid.flat[empty - columns].tick_params(labelbottom=True)
    return panels


def _title(surface: Surface, lr: float | None, steps: int) -> str:
    if lr is None:
        return counted(
            "{number} steps on {surface}, each at its best rate",
            "{number} steps on {surface}, each at its best rate",
            steps,
            surface=surface.name,
        )
    return counted(
        "{number} steps on {surface}, all at lr {lr}",
        "{number} steps on {surface}, all at lr {lr}",
        steps,
        surface=surface.name,
        lr=f"{lr:g}",
    )


def _ending(swept: Sweep) -> str:
    """The best run's rate, and how it ended."""
    best = swept.runs[swept.best]
    if best.diverged:
        return said("{name}, lr {lr}: diverges", name=swept.name, lr=_best_rate(swept))
    return said(
        "{name}, lr {lr}: loss {loss}",
        name=swept.name,
        lr=_best_rate(swept),
        loss=f"{best.settled:.2g}",
    )


def _best_rate(swept: Sweep) -> str:
    return f"{swept.rates[swept.best]:.2g}"


def _height(surface: Surface, panels: int) -> float:
    """As high as the rows of panels need, but not too high."""
    width, height = surface.window
    columns = min(panels, COLUMNS)
    row = (WIDTH - 0.8) / columns * height / width + 0.35
    return min(HEIGHT, -(-panels // columns) * row + 0.8)


def _draw_best(axes: Axes, surface: Surface, swept: Sweep, place: int) -> None:
    best = swept.runs[swept.best]
    if best.fault:
        axes.set_title(swept.name, fontsize=SMALL)
        say(axes, best.fault)
        return
    title = said("{name}, lr {lr}", name=swept.name, lr=_best_rate(swept))
    axes.set_title(title, fontsize=SMALL)
    axes.plot(*best.points.T.numpy(), marker=".", markersize=4, linewidth=1, color=colour(place))
    axes.plot(*surface.start, marker="o", color="black", markersize=4)


def _draw_contours(axes: Axes, surface: Surface) -> None:
    width, height = surface.window
    xs = torch.linspace(-width, width, 121, dtype=torch.float64)
    ys = torch.linspace(-height, height, 121, dtype=torch.float64)
    above = surface.value(torch.cartesian_prod(xs, ys)).reshape(121, 121).T - surface.lowest
    # Each contour is twice as high as the one inside it.
    levels = [above.max().item() * 0.5**halvings for halvings in range(9, 0, -1)]
    axes.contour(xs.numpy(), ys.numpy(), above.numpy(), levels, colors="0.75", linewidths=0.7)
    for minimum in surface.minima:
        axes.plot(*minimum, marker="*", color="black", markersize=7)
    axes.set(xlim=(-width, width), ylim=(-height, height), aspect="equal")
    axes.tick_params(labelsize=SMALL)
