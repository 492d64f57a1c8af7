"""A table of hidden units that start alike: how many different gradients they have."""

from __future__ import annotations

import torch
from torch import Tensor

from autograder.drawing.table import Table, column
from autograder.figures.guard import Unfit, fault_of
from autograder.figures.initializers.starts import Start, Starts, draw, seeded
from autograder.words.said import said

HIDDEN = 8
STEPS = 500
LR = 0.3

# Exclusive or: no single unit can tell these apart.
_X = torch.tensor([[-1.0, -1.0], [-1.0, 1.0], [1.0, -1.0], [1.0, 1.0]])
_Y = torch.tensor([[0.0], [1.0], [1.0], [0.0]])


def twins(starts: Starts) -> None:
    """Show how many of eight hidden units have a gradient of their own, and what they can learn.

    A column of ∂L/∂W₁ belongs to a hidden unit. Counted are those that differ in their first five
    digits, at the first step and after 500 steps of learning "exclusive or".

    Args:
        starts: functions `start(n_in, n_out, generator)` by name.
    """
    from IPython.display import display

    display(tabulate(starts))


def tabulate(starts: Starts) -> Table:
    """The table that `twins` shows."""
    rows, words = [], []
    for name, start in starts.items():
        try:
            rows.append((name, _learn(*_layers(start))))
        except Unfit as fault:
            words.append(fault_of(name, fault))
    if not rows:
        return Table("", [], words)
    heads = [
        *(said("distinct, step {step}", step=step) for step in (1, STEPS)),
        *(said("loss, step {step}", step=step) for step in (1, STEPS)),
    ]
    columns = [[said("weights"), *(name for name, _ in rows)]]
    columns += [column(head, [row[i] for _, row in rows]) for i, head in enumerate(heads)]
    title = said("Columns of ∂L/∂W₁, one for each of {hidden} hidden units", hidden=HIDDEN)
    return Table(title, columns, words)


def _layers(start: Start) -> tuple[Tensor, Tensor]:
    generator = seeded()
    return draw(start, 2, HIDDEN, generator), draw(start, HIDDEN, 1, generator)


def _learn(first: Tensor, second: Tensor) -> tuple[float, ...]:
    """Distinct columns and losses at the first step and the last."""
    params = [tensor.clone().requires_grad_() for tensor in (first, torch.zeros(HIDDEN), second)]
    counts, losses = [], []
    for _ in range(STEPS):
        w1, b1, w2 = params
        loss = (torch.sigmoid(_X @ w1 + b1) @ w2 - _Y).square().mean()
        grads = torch.autograd.grad(loss, params)
        counts.append(distinct(grads[0]))
        losses.append(loss.item())
        with torch.no_grad():
            for param, grad in zip(params, grads, strict=True):
                param -= LR * grad
    return counts[0], counts[-1], *(float(f"{losses[at]:.3g}") for at in (0, -1))


def distinct(gradient: Tensor) -> int:
    """How many columns differ in the first five digits of the largest entry.

    >>> distinct(torch.tensor([[1.0, 2.0, 1.0], [3.0, 3.0, 3.0]]))
    2
    """
    digits = gradient / gradient.abs().max().clamp_min(1e-30) * 1e5
    return len(torch.unique(digits.round(), dim=1).T)
