"""A deep network, trained from several starts at one rate."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import torch
from torch import Tensor
from torch.nn import functional

from autograder.drawing.canvas import SMALL, legend_below, line_style, new_figure, say, show
from autograder.figures.guard import Unfit, fault_of
from autograder.figures.initializers.starts import Start, Starts, draw, seeded
from autograder.words.said import said

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ARMS = 3
SIZES = (2, *12 * [64], ARMS)
STEPS = 300
LR = 0.005


@dataclass(frozen=True)
class Training:
    """One run.

    Args:
        losses: before each step.
        ratios: for each layer, the length of the first step by that of the weights.
    """

    losses: list[float]
    ratios: list[float]


def training(starts: Starts) -> None:
    """Show how twelve hidden ReLU layers learn three spirals, and each layer's first step.

    Args:
        starts: functions `start(n_in, n_out, generator)` by name.
    """
    show(draw_training(starts))


def draw_training(starts: Starts) -> Figure:
    """The figure that `training` shows."""
    figure = new_figure(3.6)
    loss, ratio = figure.subplots(1, 2)
    faults = []
    for place, (name, start) in enumerate(starts.items()):
        try:
            run = train(start)
        except Unfit as fault:
            faults.append(fault_of(name, fault))
            continue
        style = line_style(place) | {"label": name}
        loss.plot(run.losses, **style)
        ratio.plot(range(1, len(run.ratios) + 1), run.ratios, marker=".", **style)
    loss.axhline(math.log(ARMS), color="0.5", linewidth=0.8, zorder=0)
    loss.set(xlabel=said("step"), ylabel=said("loss"), ylim=(0, 1.6))
    loss.set_title(said("Loss, lr {lr}", lr=f"{LR:g}"))
    ratio.set(xlabel=said("layer"), ylabel=said("step ÷ weights"), yscale="log")
    ratio.set_title(said("The first step"))
    ratio.set_xticks(range(1, len(SIZES), 2))
    for axes in (loss, ratio):
        axes.title.set_fontsize(10)
        axes.tick_params(labelsize=SMALL)
        if faults:
            say(axes, "; ".join(faults), width=40)
    legend_below(figure, loss)
    figure.suptitle(said("Three spirals, 12 hidden ReLU layers of 64 units"), fontsize=10)
    return figure


def train(start: Start) -> Training:
    """Train from `start`, with biases of 0 and the whole of the data at each step.

    Raises:
        Unfit: see `draw`.
    """
    generator = seeded()
    weights = [draw(start, n_in, n_out, generator) for n_in, n_out in pairwise(SIZES)]
    params = [*weights, *(torch.zeros(size) for size in SIZES[1:])]
    params = [param.clone().requires_grad_() for param in params]
    x, arm = spirals()
    losses: list[float] = []
    ratios: list[float] = []
    for _ in range(STEPS):
        loss = functional.cross_entropy(_outputs(params, x), arm)
        grads = torch.autograd.grad(loss, params)
        losses.append(loss.item())
        ratios = ratios or _ratios(params[: len(weights)], grads)
        with torch.no_grad():
            for param, grad in zip(params, grads, strict=True):
                param -= LR * grad
    return Training(losses, ratios)


def spirals(points: int = 60) -> tuple[Tensor, Tensor]:
    """Points in the plane on three arms of a spiral, and the arm of each."""
    generator = seeded(1)
    radius = torch.linspace(0.1, 1, points).repeat(ARMS)
    arm = torch.arange(ARMS).repeat_interleave(points)
    angle = 4 * torch.linspace(0, 1, points).repeat(ARMS) + 2 * math.pi / ARMS * arm
    angle = angle + 0.1 * torch.randn(ARMS * points, generator=generator)
    x = radius[:, None] * torch.stack([angle.sin(), angle.cos()], dim=1)
    return x / x.std(0), arm


def _outputs(params: Sequence[Tensor], x: Tensor) -> Tensor:
    layers = len(params) // 2
    for weights, biases in zip(params[: layers - 1], params[layers:-1], strict=True):
        x = torch.relu(x @ weights + biases)
    return x @ params[layers - 1] + params[-1]


def _ratios(weights: Sequence[Tensor], grads: Sequence[Tensor]) -> list[float]:
    return [LR * (grad.norm() / w.norm()).item() for w, grad in zip(weights, grads, strict=False)]
