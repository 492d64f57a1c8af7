"""How a layer's running statistics find the mean and the variance behind its batches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor

from autograder.drawing.canvas import SMALL, line_style, new_figure, say, show
from autograder.figures.batchnorm.batch_layers import LayerClass, attempted, fit, made, output
from autograder.figures.guard import fault_of, name_of
from autograder.words.said import said

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ROWS, COLUMNS, BATCHES = 4, 200, 400
MEAN, VAR = 3.0, 4.0
MOMENTUM = 0.02
NAMES = ("running_mean", "running_var")


def running_statistics(layer: LayerClass) -> None:
    """Show both running values over 400 batches of four rows with mean 3 and variance 4."""
    show(draw_running_statistics(layer))


def draw_running_statistics(layer: LayerClass) -> Figure:
    """The figure that `running_statistics` shows."""
    figure = new_figure(3.2)
    values, fault = attempted(lambda: followed(layer))
    for place, (axes, name) in enumerate(zip(figure.subplots(1, 2), NAMES, strict=True)):
        axes.set_title(name, fontsize=10)
        axes.set_xlabel(said("batches"), fontsize=SMALL)
        axes.tick_params(labelsize=SMALL)
        if values is None:
            say(axes, fault_of(name_of(layer), fault), width=40)
            continue
        axes.plot(values[:, place].tolist(), label=name_of(layer), **line_style(0))
        label = said("of the distribution")
        axes.axhline((MEAN, VAR)[place], color="black", linewidth=1, label=label)
        if name == "running_var":
            biased = VAR * (ROWS - 1) / ROWS
            label = said("the biased variance's mean")
            axes.axhline(biased, **{**line_style(1), "linewidth": 1, "label": label})
        axes.set_ylim(0, 1.4 * (MEAN, VAR)[place])
        axes.legend(fontsize=SMALL, loc="lower right")
    title = said(
        "Batches of {rows} rows, momentum {momentum}; mean over {columns} columns",
        rows=ROWS,
        momentum=f"{MOMENTUM:g}",
        columns=COLUMNS,
    )
    figure.suptitle(title, fontsize=10)
    return figure


def followed(layer: LayerClass) -> Tensor:
    """Both values before the first batch and after each; shape (BATCHES + 1, 2).

    The mean over all columns: one column alone would hide where it settles in its noise.
    """
    new = made(layer, COLUMNS, momentum=MOMENTUM)
    generator = torch.Generator().manual_seed(5)
    like = torch.empty(COLUMNS)
    found = []
    for _ in range(BATCHES + 1):
        found.append([float(fit(name, getattr(new, name), like).mean()) for name in NAMES])
        x = MEAN + VAR**0.5 * torch.randn(ROWS, COLUMNS, generator=generator)
        output(new, x, training=True)
    return torch.tensor(found)
