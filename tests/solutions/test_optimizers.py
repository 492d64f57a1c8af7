"""The reference optimizers against torch.optim, in float64 over 1,000 steps."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from autograder.course import Course

SOLUTIONS = {
    exercise.name: exercise.solution
    for exercise in Course(Path(__file__).parents[2]).load("optimizers").exercises
}
STEPS = 1000

ORACLES: dict[str, tuple[dict[str, float], Callable[[list[Tensor]], torch.optim.Optimizer]]] = {
    "sgd": ({"lr": 0.01}, lambda w: torch.optim.SGD(w, lr=0.01)),
    # While the rate stays, the lecture's form and PyTorch's are the same path.
    "momentum": ({"lr": 0.01, "beta": 0.9}, lambda w: torch.optim.SGD(w, lr=0.01, momentum=0.9)),
    "adam": (
        {"lr": 0.01, "beta1": 0.9, "beta2": 0.999, "eps": 1e-8},
        lambda w: torch.optim.Adam(w, lr=0.01, betas=(0.9, 0.999), eps=1e-8),
    ),
}


@pytest.mark.parametrize("scale", [1.0, 1e-4])
@pytest.mark.parametrize("name", ORACLES)
def test_the_reference_follows_torch_optim(name: str, scale: float) -> None:
    hyper, make = ORACLES[name]
    generator = torch.Generator().manual_seed(0)
    grads = scale * torch.randn(STEPS, 5, dtype=torch.float64, generator=generator)
    ours = {"w": torch.zeros(5, dtype=torch.float64)}
    theirs = torch.zeros(5, dtype=torch.float64, requires_grad=True)
    reference: Any = SOLUTIONS[name](**hyper)
    oracle = make([theirs])
    for grad in grads:
        reference.update(ours, {"w": grad})
        theirs.grad = grad.clone()
        oracle.step()
        # Both do the same some ten operations in another order: 1,000 steps of 10 roundings.
        torch.testing.assert_close(ours["w"], theirs.detach(), rtol=1e-11, atol=1e-13)
