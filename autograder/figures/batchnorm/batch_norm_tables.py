"""Batch normalization in numbers: by hand, its gradients, and what does not change the loss."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from autograder.drawing.table import Table, column
from autograder.drives.layer_calls import assign
from autograder.figures.batchnorm.batch_layers import (
    EPS,
    MOMENTUM,
    LayerClass,
    attempted,
    fit,
    fit_gradient,
    made,
    output,
)
from autograder.figures.guard import fault_of, name_of
from autograder.words.said import said

BY_HAND = (1.0, 2.0, 6.0)
APPROXIMATELY = 1e-8
GRADIENTS = ("x", "gamma", "beta")


def batchnorm_by_hand(layer: LayerClass) -> None:
    """Show what a new layer makes of the column [1, 2, 6]: in training, then in eval mode."""
    _show(layer, _by_hand)


def gradient_report(layer: LayerClass) -> None:
    """Show how far the gradients of `backward` are from those that autograd finds.

    Autograd goes through torch.nn.functional.batch_norm, in float64.
    """
    _show(layer, _report)


def rescaled_weights(layer: LayerClass) -> None:
    """Show the loss and its gradients where ten times the weights stand before the layer."""
    _show(layer, _rescaled)


def _show(layer: LayerClass, make: Any) -> None:
    from IPython.display import display

    display(tabulated(layer, make))


def tabulated(layer: LayerClass, make: Any) -> Table:
    """The table that `make` gives of the student's class, or words where there is none."""
    table, fault = attempted(lambda: make(layer))
    return table or Table("", [], [fault_of(name_of(layer), fault)])


def _by_hand(layer: LayerClass) -> Table:
    new = made(layer, 1)
    x = torch.tensor([[entry] for entry in BY_HAND], dtype=torch.float64)
    trained = output(new, x, training=True)
    stored = [fit(name, getattr(new, name), x[0]) for name in ("running_mean", "running_var")]
    columns = [
        column("x", BY_HAND),
        column(said("in training"), trained.flatten().tolist()),
        column(said("then in eval"), output(new, x, training=False).flatten().tolist()),
    ]
    (_, mean), (_, var) = (column("", value.tolist()) for value in stored)
    below = said("In between, running_mean is {mean} and running_var is {var}.", mean=mean, var=var)
    title = said("{name} with momentum = {momentum}", name=name_of(layer), momentum=f"{MOMENTUM:g}")
    return Table(title, columns, [below])


def _report(layer: LayerClass) -> Table:
    x, gamma, beta, grad_out = _batch()
    new = _with(layer, gamma, beta)
    output(new, x, training=True)
    given = new.backward(grad_out.clone())
    leaves = [leaf.clone().requires_grad_() for leaf in (x, gamma, beta)]
    x_hat = torch.nn.functional.batch_norm(leaves[0], None, None, training=True, eps=EPS)
    found = torch.autograd.grad(leaves[1] * x_hat + leaves[2], leaves, grad_out)
    pairs = [
        (fit_gradient(name, given[name], right), right)
        for name, right in zip(GRADIENTS, found, strict=True)
    ]
    off = [float((own - right).abs().max()) for own, right in pairs]
    d_x = pairs[0][0]
    return Table(
        said("{name}.backward beside autograd, in float64", name=name_of(layer)),
        [
            [said("gradient of"), *GRADIENTS],
            [said("exact"), *(_yes(torch.equal(own, right)) for own, right in pairs)],
            [said("approximate"), *(_yes(distance < APPROXIMATELY) for distance in off)],
            [said("largest difference"), *map(_short, off)],
        ],
        [
            said(
                "Summed over rows, in no column more than: dx {alone}, dx · x_hat {product}.",
                alone=_largest(d_x),
                product=_largest(d_x * x_hat.detach()),
            )
        ],
    )


def _rescaled(layer: LayerClass) -> Table:
    inputs, gamma, beta, target = _batch()
    new = _with(layer, gamma, beta)
    weights = torch.tensor([[1.0, -0.5, 0.3], [0.2, 0.8, -1.0], [0.7, 0.4, 0.6]]).double()
    columns = [["", said("loss"), said("length of dW"), said("length of db")]]
    for factor in (1, 10):
        y = output(new, inputs @ (factor * weights), training=True)
        given = new.backward(2 * (y - target) / y.numel())
        d_x = fit_gradient("x", given["x"], y)
        lengths = [(inputs.T @ d_x).norm(), d_x.sum(dim=0).norm()]
        loss = (y - target).square().mean()
        columns.append([f"{factor} · W", *map(_short, (float(loss), *map(float, lengths)))])
    title = said("the mean of ({name}(X W + b) − target)²", name=name_of(layer))
    return Table(title, columns, [])


def _batch() -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """A batch of 6 rows, gamma and beta for its 3 columns, and as many numbers as it has."""
    generator = torch.Generator().manual_seed(3)
    shapes = ((6, 3), (3,), (3,), (6, 3))
    x, gamma, beta, other = (
        torch.rand(shape, generator=generator, dtype=torch.float64) for shape in shapes
    )
    return 4 * x - 1, gamma + 0.5, beta, 2 * other - 1


def _with(layer: LayerClass, gamma: Tensor, beta: Tensor) -> Any:
    new = made(layer, len(gamma))
    for name, value in {"gamma": gamma, "beta": beta}.items():
        assign(new, name, value, value)
    return new


def _yes(holds: bool) -> str:
    return said("yes") if holds else said("no")


def _largest(by_row: Tensor) -> str:
    """The largest sum of a column."""
    return _short(float(by_row.sum(dim=0).abs().max()))


def _short(value: float) -> str:
    return f"{value:.3g}".replace("-", "−")
