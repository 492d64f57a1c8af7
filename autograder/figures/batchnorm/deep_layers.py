"""Thirty layers deep: how large activations are, with batch normalization and without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor

from autograder.drawing.canvas import SMALL, line_style, new_figure, say, show
from autograder.figures.batchnorm.batch_layers import LayerClass, attempted, made, output
from autograder.figures.guard import Unfit, fault_of, name_of
from autograder.words.said import said

if TYPE_CHECKING:
    from matplotlib.figure import Figure

GAINS = (0.5, 2**0.5, 4.0)
DEPTH, WIDTH, ROWS = 30, 64, 64


def deep_layers(layer: LayerClass) -> None:
    """Show how large the activations of 30 ReLU layers are, for three sizes of the weights."""
    show(draw_deep_layers(layer))


def draw_deep_layers(layer: LayerClass) -> Figure:
    """The figure that `deep_layers` shows."""
    figure = new_figure(3.4)
    panels = figure.subplots(1, 2, sharey=True)
    titles = (said("without"), said("with {name} before each ReLU", name=name_of(layer)))
    for axes, title, normed in zip(panels, titles, (None, layer), strict=True):
        for place, gain in enumerate(GAINS):
            found, fault = attempted(lambda of=normed, gain=gain: sizes(of, gain))  # type: ignore[misc]
            if found is None:
                say(axes, fault_of(name_of(layer), fault), width=40)
                break
            label = said("gain {gain}", gain=f"{gain:.3g}")
            axes.plot(found, **line_style(place), label=label)
        axes.set(title=title, yscale="log", xlabel=said("layer"))
        axes.title.set_fontsize(10)
        axes.tick_params(labelsize=SMALL, labelleft=True)
    panels[0].set_ylabel(said("root mean square"))
    panels[0].legend(fontsize=SMALL)
    figure.suptitle(said("Activations in {depth} ReLU layers", depth=DEPTH), fontsize=10)
    return figure


def sizes(layer: LayerClass | None, gain: float) -> list[float]:
    """The root mean square of the input and of each layer's activations.

    Weights have the variance gain² / n_in; `layer` stands before each ReLU, where there is one.
    """
    generator = torch.Generator().manual_seed(6)
    h = torch.randn(ROWS, WIDTH, generator=generator)
    found = [_size(h)]
    for _ in range(DEPTH):
        h = h @ (torch.randn(WIDTH, WIDTH, generator=generator) * gain / WIDTH**0.5)
        h = (h if layer is None else output(made(layer, WIDTH), h, training=True)).relu()
        found.append(_size(h))
    return found


def _size(h: Tensor) -> float:
    size = float(h.square().mean().sqrt())
    if size == 0:
        raise Unfit(said("gives zeros alone"))
    return size
