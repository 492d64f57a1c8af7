"""A figure of one image in three batches: in training mode, the others change its prediction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor

from autograder.drawing.canvas import SMALL, colour, new_figure, show
from autograder.words.said import marked, said

if TYPE_CHECKING:
    from matplotlib.figure import Figure

KINDS = (marked("upright"), marked("level"), marked("slanted"))
MATES = {
    marked("among all kinds"): (0, 1, 2),
    marked("among other kinds"): (1, 2),
    marked("among its own kind"): (0,),
}
SIZE = 8
ROWS = 30


def batch_mates() -> None:
    """Show one image, and how likely each kind is in three batches that it stands in.

    A finished network, in training mode: how well the image fits each kind's template, then
    torch.nn.BatchNorm1d, then softmax.
    """
    show(draw_batch_mates())


def draw_batch_mates() -> Figure:
    """The figure that `batch_mates` shows."""
    image = _images((0,))[0]
    figure = new_figure(2.6)
    first, *panels = figure.subplots(1, 1 + len(MATES), width_ratios=(0.8, 1, 1, 1))
    first.imshow(image.reshape(SIZE, SIZE).numpy(), cmap="gray_r")
    first.set(xticks=[], yticks=[])
    first.set_title(said("the image"), fontsize=10)
    for axes, (name, kinds) in zip(panels, MATES.items(), strict=True):
        likely = predicted(image, kinds)
        bars = axes.bar(KINDS, likely, color=[colour(place) for place in range(len(KINDS))])
        words = [
            said("{kind}\n{share} %", kind=said(kind), share=f"{100 * share:.0f}")
            for kind, share in zip(KINDS, likely, strict=True)
        ]
        axes.bar_label(bars, words, fontsize=SMALL)
        axes.set_title(said(name), fontsize=10)
        axes.set(xticks=[], yticks=[], ylim=(0, 1.2))
        axes.spines[["top", "left", "right"]].set_visible(False)
    title = said("The same network, the same image, other batch-mates")
    figure.suptitle(title, fontsize=10)
    return figure


def predicted(image: Tensor, kinds: tuple[int, ...]) -> list[float]:
    """How likely each kind is for `image`, in a batch with images of these `kinds`."""
    batch = torch.cat([image[None], _images(kinds)])
    layer = torch.nn.BatchNorm1d(len(KINDS))
    fits = batch @ _templates().T
    with torch.no_grad():
        likely: list[float] = torch.softmax(2 * layer(fits), dim=1)[0].tolist()
    return likely


def _templates() -> Tensor:
    """A bar of each kind, with length 1 as a vector; shape (kinds, pixels)."""
    upright = torch.zeros(SIZE, SIZE)
    upright[:, 3:5] = 1
    slanted = torch.eye(SIZE) + torch.diag(torch.ones(SIZE - 1), 1)
    kinds = torch.stack([upright, upright.T, slanted]).flatten(1)
    lengths: Tensor = kinds.norm(dim=1, keepdim=True)
    return kinds / lengths


def _images(kinds: tuple[int, ...]) -> Tensor:
    """Noisy bars, of these kinds in turn; shape (ROWS, pixels)."""
    generator = torch.Generator().manual_seed(4)
    noise = torch.rand(ROWS, SIZE * SIZE, generator=generator)
    templates = _templates()
    bars = torch.stack([templates[kinds[row % len(kinds)]] for row in range(ROWS)])
    return 4 * bars + 0.6 * noise
