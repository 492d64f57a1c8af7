"""Weights as they are drawn, beside the densities that they should follow."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch

from autograder.drawing.canvas import SMALL, line_style, new_figure, say, show
from autograder.figures.guard import Unfit, fault_of
from autograder.figures.initializers.starts import Starts, draw, seeded
from autograder.words.said import said

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def histograms(starts: Starts, n_in: int = 300, n_out: int = 500) -> None:
    """Show the weights of one layer for each of `starts`, with their deviation.

    Dashed: the normal and the uniform density of the variance 2/(n_in + n_out).

    Args:
        starts: functions `start(n_in, n_out, generator)` by name.
        n_in: the layer's inputs.
        n_out: its outputs.
    """
    show(draw_histograms(starts, n_in, n_out))


def draw_histograms(starts: Starts, n_in: int, n_out: int) -> Figure:
    """The figure that `histograms` shows."""
    std = math.sqrt(2 / (n_in + n_out))
    figure = new_figure(3.2)
    panels = figure.subplots(1, len(starts), sharex=True, sharey=True, squeeze=False).flat
    for place, (axes, (name, start)) in enumerate(zip(panels, starts.items(), strict=True)):
        axes.set(xlabel=said("weight"), xlim=(-4 * std, 4 * std))
        axes.set_title(name, fontsize=10)
        axes.tick_params(labelsize=SMALL, labelleft=True)
        try:
            weights = draw(start, n_in, n_out, seeded()).double()
        except Unfit as fault:
            say(axes, fault_of(name, fault))
            continue
        found = f"{weights.std().item():.4f}"
        axes.set_title(said("{name}: std {std}", name=name, std=found), fontsize=10)
        axes.hist(
            weights.flatten().numpy(),
            bins=torch.linspace(-4 * std, 4 * std, 81).tolist(),
            density=True,
            color=line_style(place)["color"],
            alpha=0.45,
        )
        _draw_densities(axes, std)
    title = said(
        "{n_in} to {n_out} units; dashed: the densities of std {std}",
        n_in=n_in,
        n_out=n_out,
        std=f"{std:.4f}",
    )
    figure.suptitle(title, fontsize=10)
    return figure


def _draw_densities(axes: Axes, std: float) -> None:
    bound = math.sqrt(3) * std
    x = torch.linspace(-4 * std, 4 * std, 401, dtype=torch.float64)
    normal = (-(x**2) / (2 * std**2)).exp() / (std * math.sqrt(2 * math.pi))
    uniform = (x.abs() <= bound).double() / (2 * bound)
    for density in (normal, uniform):
        axes.plot(x.numpy(), density.numpy(), color="0.2", linewidth=1, linestyle=(0, (4, 3)))
