"""The variance of a sum of weighted inputs: predicted and measured, forwards and backwards."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from autograder.drawing.table import Table, column
from autograder.figures.guard import Unfit, fault_of
from autograder.figures.initializers.starts import NormalStart, draw, of_std, seeded
from autograder.words.said import said

ROWS = 100
STD = 0.1


def sums(normal: NormalStart) -> None:
    """Show Var(y) for three kinds of inputs beside both candidates for a formula.

    Args:
        normal: `normal(n_in, n_out, std, generator)`.
    """
    _show(lambda: tabulate_sums(normal))


def both_ways(normal: NormalStart, n_in: int = 784, n_out: int = 10) -> None:
    """Show what three variances of the weights do to a signal and to its gradient.

    Args:
        normal: `normal(n_in, n_out, std, generator)`.
        n_in: the fan that counts forwards.
        n_out: the fan that counts backwards.
    """
    _show(lambda: tabulate_ways(normal, n_in, n_out))


def tabulate_sums(normal: NormalStart) -> Table:
    """The table that `sums` shows."""
    n = 256
    generator = seeded()
    # Many outputs, since the inputs of a kind may be all alike: only weights differ then.
    weights = draw(of_std(normal, STD), n, 64 * n, generator)
    standard = torch.randn(ROWS, n, generator=generator)
    inputs = [standard, standard.relu(), torch.ones(ROWS, n)]
    scale = n * STD**2
    return Table(
        said("y = x W, {n} inputs, Var(w) = {variance}", n=n, variance=f"{STD**2:g}"),
        [
            ["x", said("normal"), said("ReLU of normal"), said("ones")],
            column("n·Var(w)·Var(x)", [scale * _variance(x) for x in inputs]),
            column("n·Var(w)·E[x²]", [scale * _square(x) for x in inputs]),
            column(said("measured"), [_square(x @ weights) for x in inputs]),
        ],
        [],
    )


def tabulate_ways(normal: NormalStart, n_in: int, n_out: int) -> Table:
    """The table that `both_ways` shows."""
    variances = {"1/n_in": 1 / n_in, "1/n_out": 1 / n_out, "2/(n_in + n_out)": 2 / (n_in + n_out)}
    generator = seeded()
    x = torch.randn(ROWS, n_in, generator=generator)
    gradient = torch.randn(ROWS, n_out, generator=generator)
    drawn = [
        draw(of_std(normal, variance**0.5), n_in, n_out, generator)
        for variance in variances.values()
    ]
    return Table(
        said(
            "{n_in} inputs, {n_out} outputs; x and ∂L/∂y have mean 0 and variance 1",
            n_in=n_in,
            n_out=n_out,
        ),
        [
            ["Var(w)", *variances],
            column("n_in·Var(w)", [n_in * variance for variance in variances.values()]),
            column("Var(y)", [_square(x @ weights) for weights in drawn]),
            column("n_out·Var(w)", [n_out * variance for variance in variances.values()]),
            column("Var(∂L/∂x)", [_square(gradient @ weights.T) for weights in drawn]),
        ],
        [],
    )


def _show(tabulate: Callable[[], Table]) -> None:
    from IPython.display import display

    try:
        table = tabulate()
    except Unfit as fault:
        table = Table("", [], [fault_of("normal", fault)])
    display(table)


def _variance(x: Tensor) -> float:
    return round(x.var().item(), 3)


def _square(x: Tensor) -> float:
    """The mean square: the variance, where the mean is 0."""
    return round(x.square().mean().item(), 3)
