"""Figures of the learning rate: how large it may be, and how large steps it really makes."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from autograder.drawing.canvas import SMALL, line_style, new_figure, say, show
from autograder.figures.guard import fault_of, in_words, name_of
from autograder.figures.optimizers.surfaces import ILL_CONDITIONED, SLOPE
from autograder.figures.optimizers.trajectory import FAR, OptimizerClass, run
from autograder.words.said import counted, said

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def stable_rates(optimizer: OptimizerClass, rates: Sequence[float] = (0.039, 0.041)) -> None:
    """Show `optimizer` on ½(x² + 50y²) at each of `rates`."""
    show(draw_stable_rates(optimizer, rates))


def effective_rates(*optimizers: OptimizerClass, steps: int = 50) -> None:
    """Show what the rate amounts to along a constant gradient, in units of lr."""
    title = said("The effective rate where the gradient is always 1")
    show(draw_steps(optimizers, steps, title))


def first_steps(*optimizers: OptimizerClass, steps: int = 10) -> None:
    """Show how large the first steps along a constant gradient are, in units of lr."""
    title = counted(
        "The first {number} steps where the gradient is always 1",
        "The first {number} steps where the gradient is always 1",
        steps,
    )
    show(draw_steps(optimizers, steps, title))


def decay(decayed_rate: Callable[..., Any]) -> None:
    """Show `decayed_rate(eta0, t, n)` for eta0 = 0.1 and n = 50."""
    show(draw_decay(decayed_rate))


def draw_stable_rates(optimizer: OptimizerClass, rates: Sequence[float]) -> Figure:
    """The figure that `stable_rates` shows: the steep coordinate, and the loss."""
    figure = new_figure(3.4)
    across, loss = figure.subplots(1, 2)
    for place, rate in enumerate(rates):
        trajectory = run(optimizer, rate, ILL_CONDITIONED, steps=60)
        if trajectory.fault:
            for axes in (across, loss):
                say(axes, fault_of(name_of(optimizer), trajectory.fault), width=40)
            break
        label = said("lr {lr}", lr=f"{rate:g}")
        style = line_style(place) | {"linewidth": 1.2, "label": label}
        across.plot(trajectory.points[:, 1].tolist(), **style)
        loss.plot(trajectory.losses.tolist(), **style)
    loss.set_yscale("log")
    _label(across, said("y, the steep direction"), said("step"), "y")
    _label(loss, said("Loss"), said("step"), said("loss"))
    title = said("{name} on {surface}", name=name_of(optimizer), surface=ILL_CONDITIONED.name)
    figure.suptitle(title, fontsize=10)
    return figure


def draw_steps(optimizers: Sequence[OptimizerClass], steps: int, title: str) -> Figure:
    """The figure that `effective_rates` and `first_steps` show."""
    figure = new_figure(3.2)
    axes = figure.subplots()
    lr = 0.1
    for place, optimizer in enumerate(optimizers):
        trajectory = run(optimizer, lr, SLOPE, steps)
        taken, label = -trajectory.points[:, 0].diff() / lr, name_of(optimizer)
        if trajectory.fault:
            taken, label = taken[:0], textwrap.fill(fault_of(label, trajectory.fault), 50)
        where = range(1, len(taken) + 1)
        marker = "." if steps <= 100 else ""  # more would hide the line
        axes.plot(where, taken.tolist(), marker=marker, label=label, **line_style(place))
    axes.axhline(1, color="0.5", linewidth=0.8, zorder=0)
    axes.set_xlim(0, steps + 1)
    low, high = axes.get_ylim()
    axes.set_ylim(min(low, 0), max(high, 1.5))
    _label(axes, title, said("step"), said("step length ÷ lr"))
    return figure


def draw_decay(decayed_rate: Callable[..., Any]) -> Figure:
    """The figure that `decay` shows, with rings where the rate should pass."""
    figure = new_figure(3.2)
    axes = figure.subplots()
    eta0, n = 0.1, 50
    rates, fault = _decayed(decayed_rate, eta0, n)
    if fault:
        say(axes, fault_of(name_of(decayed_rate), fault), width=60)
    else:
        axes.plot(rates, label=f"{name_of(decayed_rate)}({eta0}, t, {n})", **line_style(0))
        tenths = [(n * count, eta0 / 10**count) for count in range(4)]
        label = said("a tenth every {n} steps", n=n)
        (rings,) = axes.plot(*zip(*tenths, strict=True), "ok", label=label)
        rings.set_fillstyle("none")
    axes.set(yscale="log", xlim=(-5, 3 * n + 5), ylim=(eta0 / 3000, 3 * eta0))
    _label(axes, said("The decayed rate"), "t", said("rate"))
    return figure


def _decayed(decayed_rate: Callable[..., Any], eta0: float, n: int) -> tuple[list[float], str]:
    """The rates at t = 0, 1, ..., 3n; and what is wrong with them, in words, or ""."""
    try:
        rates = [float(decayed_rate(eta0, t, n)) for t in range(3 * n + 1)]
    except Exception as error:
        return [], in_words(error)
    for t, rate in enumerate(rates):
        if not 0 < rate < FAR:
            return rates, said("gives {rate} at t = {t}", rate=f"{rate:g}", t=t)
    return rates, ""


def _label(axes: Axes, title: str, x: str, y: str) -> None:
    axes.set_title(title, fontsize=10)
    axes.set_xlabel(x)
    axes.set_ylabel(y)
    axes.tick_params(labelsize=SMALL)
    if axes.get_legend_handles_labels()[0]:
        axes.legend(fontsize=SMALL)
