from __future__ import annotations

import math

import pytest
import torch

from autograder.figures.initializers.signals import ACTIVATIONS, signals
from autograder.figures.initializers.starts import of_std, seeded

from . import starting


def test_a_linear_layer_multiplies_by_the_root_of_n_times_std() -> None:
    measured = signals(of_std(starting.normal, 0.1), "identity", depth=5)
    for layer, size in enumerate(measured.forwards):
        assert size == pytest.approx(1.6**layer, rel=0.1)
    for layer, size in enumerate(measured.backwards[::-1]):
        assert size == pytest.approx(1.6**layer, rel=0.1)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_gradients_are_those_of_autograd(activation: str) -> None:
    units, depth = 8, 3
    measured = signals(starting.he, activation, depth, units)
    generator, function = seeded(), ACTIVATIONS[activation]
    layers = [torch.randn(64, units, generator=generator).requires_grad_()]
    for _ in range(depth):
        layers.append(function(layers[-1]) @ starting.he(units, units, generator))
        layers[-1].retain_grad()
    given = torch.randn(64, units, generator=generator)
    (layers[-1] * given).sum().backward()  # type: ignore[no-untyped-call]
    for layer, z in enumerate(layers):
        assert z.grad is not None
        size = math.sqrt(z.grad.square().mean().item())
        assert measured.backwards[layer] == pytest.approx(size, rel=1e-5)
        assert measured.forwards[layer] == pytest.approx(z.square().mean().sqrt().item(), rel=1e-5)


def test_saturated_units_are_counted() -> None:
    assert signals(of_std(starting.normal, 1.0), "tanh", depth=3).saturated[-1] > 0.8
    assert signals(starting.xavier, "tanh", depth=3).saturated[1:] == [0, 0, 0]


def test_every_start_gets_the_same_signal() -> None:
    first, second = (signals(start, "relu", depth=2) for start in (starting.he, starting.small))
    assert first.forwards[0] == second.forwards[0]
    assert first.backwards[-1] == second.backwards[-1]
