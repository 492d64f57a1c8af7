"""A figure of one sample in thousands of random batches: how far the batch changes its output."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor

from autograder.drawing.canvas import SMALL, colour, new_figure, say, show
from autograder.figures.batchnorm.batch_layers import LayerClass, attempted, made, output
from autograder.figures.guard import fault_of, name_of
from autograder.words.said import said

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SIZES = (2, 4, 8, 32, 128)
BATCHES = 4000
SAMPLE = 1.0
EDGE = 3.2
BIN = 0.05


def batch_sizes(layer: LayerClass) -> None:
    """Show what the sample 1 becomes in 4,000 random batches of each of five sizes.

    All others are drawn from a normal distribution with mean 0 and variance 1. A new layer's
    running statistics are just these, so that its output in eval mode is what all batches are
    about.
    """
    show(draw_batch_sizes(layer))


def draw_batch_sizes(layer: LayerClass) -> Figure:
    """The figure that `batch_sizes` shows."""
    figure = new_figure()
    rows = figure.subplots(len(SIZES), 1, sharex=True)
    stored, _ = attempted(
        lambda: output(made(layer, 1), torch.full((2, 1), SAMPLE), training=False)
    )
    for axes, size in zip(rows, SIZES, strict=True):
        values, fault = attempted(lambda size=size: in_batches(layer, size))  # type: ignore[misc]
        axes.set(yticks=[], xlim=(-EDGE, EDGE))
        axes.tick_params(labelsize=SMALL)
        if values is None:
            say(axes, fault_of(name_of(layer), fault), width=80)
            continue
        # Not the axis's label, which figures in words leave out.
        deviation = f"{float(values.std()):.2f}"
        words = said("B = {size}: standard deviation {deviation}", size=size, deviation=deviation)
        clear = {"facecolor": "white", "edgecolor": "none", "pad": 1}
        axes.text(0.01, 0.86, words, transform=axes.transAxes, va="top", fontsize=SMALL, bbox=clear)
        _draw(axes, values, size)
        if stored is not None:
            label = said("in eval mode")
            axes.axvline(float(stored[0, 0]), color="black", linewidth=1.2, label=label)
    rows[-1].set_xlabel(said("output for the sample"), fontsize=SMALL)
    if rows[0].get_legend_handles_labels()[0]:
        rows[0].legend(fontsize=SMALL, loc="upper right", frameon=False)
    title = said("One sample in {batches} random batches of size B", batches=f"{BATCHES:,}")
    figure.suptitle(title, fontsize=10)
    return figure


def in_batches(layer: LayerClass, size: int) -> Tensor:
    """The sample's output in each of the batches; each is a column of one large batch."""
    generator = torch.Generator().manual_seed(size)
    x = torch.randn(size, BATCHES, generator=generator)
    x[0] = SAMPLE
    return output(made(layer, BATCHES), x, training=True)[0]


def _draw(axes: Axes, values: Tensor, size: int) -> None:
    bins = [BIN * (place + 0.5) for place in range(-65, 65)]  # so that 1 is the middle of one
    axes.hist(values.tolist(), bins=bins, color=colour(0), label=said("in training"))
    bound = (size - 1) ** 0.5
    if bound < EDGE:
        for side in (-bound, bound):
            axes.axvline(side, color=colour(1), linestyle=":", linewidth=1.2)
        axes.text(
            bound, 0.9, " √(B−1)", transform=axes.get_xaxis_transform(), va="top", fontsize=SMALL
        )
