"""Figures of a network trained with dropout: many thin networks, and the one that averages them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from autograder.drawing.canvas import SMALL, colour, new_figure, say, show
from autograder.figures.dropout.dropout_layers import DropoutClass
from autograder.figures.dropout.regression import GRID, Fit, fit, points, truth
from autograder.figures.guard import Unfit, fault_of, name_of
from autograder.words.said import said

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

THIN = 200


def fits(layer: DropoutClass, rates: Sequence[float] = (0, 0.1, 0.3, 0.5)) -> None:
    """Show what a wide network makes of 24 noisy points at each probability to drop."""
    show(draw_fits(layer, rates))


def subnetworks(*layers: DropoutClass, p: float = 0.4) -> None:
    """Show 200 thin networks, their mean, and the test call, for each of `layers`.

    One network is trained for each class. A thin one keeps those units that the class keeps of
    ones in training.
    """
    show(draw_subnetworks(layers, p))


def draw_fits(layer: DropoutClass, rates: Sequence[float]) -> Figure:
    """The figure that `fits` shows."""
    figure = new_figure(3)
    panels = figure.subplots(1, len(rates), sharey=True, squeeze=False)[0]
    for axes, p in zip(panels, rates, strict=True):
        _scatter(axes)
        axes.set_title(f"p = {p:g}", fontsize=10)
        try:
            fitted = fit(layer, p)
        except Unfit as unfit:
            say(axes, fault_of(name_of(layer), unfit))
            continue
        x, curve = GRID[:, 0].tolist(), fitted.curve.tolist()
        axes.plot(x, curve, color=colour(1), label=said("fitted"))
        errors = said(
            "training error {error}\ntrue error {true_error}",
            error=f"{fitted.error:.2f}",
            true_error=f"{fitted.true_error:.2f}",
        )
        axes.text(0.04, 0.96, errors, transform=axes.transAxes, va="top", fontsize=SMALL)
    panels[0].set_ylabel("y")
    _legend(figure, panels)
    title = said("A wide network, fitted with {name}(p)", name=name_of(layer))
    figure.suptitle(title, fontsize=10)
    return figure


def draw_subnetworks(layers: Sequence[DropoutClass], p: float) -> Figure:
    """The figure that `subnetworks` shows."""
    figure = new_figure(4 if len(layers) < 3 else 3.4)
    panels = figure.subplots(1, len(layers), sharey=True, squeeze=False)[0]
    for axes, layer in zip(panels, layers, strict=True):
        axes.set_title(name_of(layer), fontsize=10)
        try:
            _draw_bundle(axes, fit(layer, p, THIN))
        except Unfit as unfit:
            _scatter(axes)
            say(axes, str(unfit))
    panels[0].set_ylabel("y")
    _legend(figure, panels)
    title = said(
        "{count} thin networks of one that was trained with p = {p}", count=THIN, p=f"{p:g}"
    )
    figure.suptitle(title, fontsize=10)
    return figure


def _draw_bundle(axes: Axes, fitted: Fit) -> None:
    x = GRID[:, 0].tolist()
    lines = axes.plot(x, fitted.subnetworks.T.tolist(), color="0.6", linewidth=0.4, alpha=0.35)
    lines[0].set_label(said("thin networks"))
    _scatter(axes)
    mean = fitted.subnetworks.mean(0)
    axes.plot(x, fitted.curve.tolist(), color=colour(1), linewidth=3, label=said("at test time"))
    label = said("their mean")
    axes.plot(x, mean.tolist(), color="black", linestyle="--", linewidth=1.6, label=label)
    distance = float((fitted.curve - mean).square().mean().sqrt())
    spread = float(fitted.subnetworks.std(0).mean())
    words = said(
        "test call from the mean: {distance}\nspread of the thin ones: {spread}",
        distance=f"{distance:.2f}",
        spread=f"{spread:.2f}",
    )
    axes.text(0.04, 0.96, words, transform=axes.transAxes, va="top", fontsize=SMALL)


def _scatter(axes: Axes) -> None:
    x, y = (part[:, 0].tolist() for part in points())
    axes.plot(x, y, "o", color="black", markersize=3, label=said("points"))
    grid = GRID[:, 0]
    label = said("truth")
    axes.plot(grid.tolist(), truth(grid).tolist(), color=colour(0), linestyle=":", label=label)
    axes.set_xlabel("x")
    axes.set_ylim(-2.4, 2.9)
    axes.tick_params(labelsize=SMALL)


def _legend(figure: Figure, panels: Sequence[Axes]) -> None:
    entries = {
        label: handle
        for axes in panels
        for handle, label in zip(*axes.get_legend_handles_labels(), strict=True)
    }
    legend = figure.legend(
        entries.values(),
        entries.keys(),
        loc="outside lower center",
        ncols=len(entries),
        fontsize=SMALL,
        frameon=False,
    )
    for line in legend.get_lines():
        line.set(alpha=1, linewidth=max(1.0, line.get_linewidth()))
