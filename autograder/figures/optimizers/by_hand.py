"""A table of what a class makes of w = 1 at each call, to compare with one worked by hand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import torch
from torch import Tensor

from autograder.drawing.table import Table, column
from autograder.figures.guard import fault_of, name_of
from autograder.figures.optimizers.trajectory import OptimizerClass, walk
from autograder.words.said import said

START = 1.0


def by_hand(
    *optimizers: OptimizerClass, lr: float = 0.1, gradients: Sequence[float] = (2, -1)
) -> None:
    """Show what w = 1 becomes at each call; for a single optimizer its steps, too.

    A step is what is subtracted from w. Where there are no numbers, words say why.

    Args:
        optimizers: classes with `update(params, grads)`.
        lr: the rate for all.
        gradients: one for each call.
    """
    from IPython.display import display

    display(tabulate(optimizers, lr, gradients))


def tabulate(optimizers: Sequence[OptimizerClass], lr: float, gradients: Sequence[float]) -> Table:
    """The table that `by_hand` shows."""
    followed = [(name_of(each), *_follow(each, lr, gradients)) for each in optimizers]
    ran = [(name, path) for name, path, fault in followed if not fault]
    given = {"start": f"{START:g}", "lr": f"{lr:g}"}
    if len(followed) == len(ran) == 1:
        title = said("{name} from w = {start} with lr = {lr}", name=ran[0][0], **given)
        columns = _step_by_step(ran[0][1])
    else:
        title = said("w after each call, from w = {start} with lr = {lr}", **given)
        columns = [column(name, path[1:]) for name, path in ran]
    calls = [column(said("call"), range(1, len(gradients) + 1)), column("g", gradients)]
    words = [fault_of(name, fault) for name, _, fault in followed if fault]
    return Table(title, [*calls, *columns] if columns else [], words)


def _follow(
    optimizer: OptimizerClass, lr: float, gradients: Sequence[float]
) -> tuple[list[float], str]:
    """All values of w, in float64; and what is wrong with them, in words, or ""."""
    coming = iter(gradients)

    def gradient(w: Tensor) -> Tensor:
        return torch.full_like(w, next(coming))

    places, fault = walk(optimizer, lr, (START,), gradient, len(gradients))
    if not fault and len(places) <= len(gradients):
        fault = said("diverges")
    return [w for (w,) in places], fault


def _step_by_step(path: Sequence[float]) -> list[list[str]]:
    return [
        column(said("w before"), path[:-1]),
        column(said("step"), [before - after for before, after in pairwise(path)]),
        column(said("w after"), path[1:]),
    ]
