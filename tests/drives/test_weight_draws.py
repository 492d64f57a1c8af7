"""The drives of initializers: what a generator gives three times, and what comes without one."""

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from torch import Generator, Tensor

from autograder.drives import find, fixed_weights, reference, weight_draws
from autograder.drives.draw import PUBLIC_KEY, Draw
from autograder.drives.drive import UnfitOutput
from autograder.words.told import told


def draw() -> Draw:
    return Draw(PUBLIC_KEY, "e", "c")


def normal(n_in: int, n_out: int, std: float, generator: Generator) -> Tensor:
    return std * torch.randn(n_in, n_out, generator=generator)


def test_weights_are_drawn_twice_in_a_row_and_again_from_the_seed() -> None:
    inputs = weight_draws.inputs(draw(), n_in=3, n_out=2, std=0.5)
    outputs = weight_draws.run(normal, inputs)
    generator = Generator().manual_seed(inputs.settings["seed"])
    first, second = (normal(3, 2, 0.5, generator) for _ in range(2))
    assert torch.equal(outputs["weights"], first)
    assert torch.equal(outputs["next"], second)
    assert torch.equal(outputs["again"], first)


def test_what_is_changed_afterwards_does_not_change_what_came_back() -> None:
    kept = torch.zeros(3, 2)

    def in_one_memory(n_in: int, n_out: int, generator: Generator) -> Tensor:
        return kept.resize_(n_in, n_out).normal_(generator=generator)

    outputs = weight_draws.run(in_one_memory, weight_draws.inputs(draw(), n_in=3, n_out=2))
    assert not torch.equal(outputs["weights"], outputs["next"])


def test_fixed_weights_are_asked_for_once() -> None:
    calls: list[tuple[int, int]] = []

    def zeros(n_in: int, n_out: int) -> Tensor:
        calls.append((n_in, n_out))
        return torch.zeros(n_in, n_out)

    outputs = fixed_weights.run(zeros, fixed_weights.inputs(draw(), n_in=3, n_out=2))
    assert calls == [(3, 2)]
    assert torch.equal(outputs["weights"], torch.zeros(3, 2))


@pytest.mark.parametrize("drive", [weight_draws, fixed_weights])
@pytest.mark.parametrize(
    "obj", [lambda **_: np.zeros((3, 2)), lambda **_: [[0.0]], lambda **_: None]
)
def test_what_is_no_tensor_is_said_so(drive: Any, obj: Callable[..., Any]) -> None:
    with pytest.raises(UnfitOutput) as raised:
        drive.run(obj, drive.inputs(draw(), n_in=3, n_out=2))
    assert re.search(r"came back; return a torch\.Tensor", told(raised.value.said))


def test_both_are_found_by_their_names(tmp_path: Any) -> None:
    for drive in (weight_draws, fixed_weights):
        assert find(reference(drive), tmp_path) is drive
