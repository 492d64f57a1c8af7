"""What is known to go wrong with weights that should all be zero."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import Generator

from autograder import Inputs, Mistake, Outputs
from autograder.laws import Bounds, Statistic, Statistics

ROUNDING = 1e-12


def exactly(value: float) -> Bounds:
    return value - ROUNDING, value + ROUNDING


@dataclass(frozen=True)
class Level:
    """Weights whose mean and standard deviation are known within bounds.

    Args:
        shape: of the weights.
        zero: the share of weights that are exactly 0.
        mean: its bounds.
        std: the bounds of the standard deviation.
    """

    shape: tuple[int, int]
    zero: float
    mean: Bounds
    std: Bounds

    def statistics(self, reference: Level) -> Statistics:
        """No chance is in them: right weights are 0, whatever the seed."""
        return Statistics(
            shapes={"weights": self.shape},
            dtypes={"weights": "float32"},
            statistics=(
                Statistic("share of weights that are 0", 0.0, self.zero, self.zero, self.zero),
                Statistic("mean", 0.0, sum(self.mean) / 2, *self.mean),
                Statistic("standard deviation", 0.0, sum(self.std) / 2, *self.std),
            ),
        )

    def sample(self, generator: Generator) -> Outputs:
        """Weights from the middle of the bounds."""
        mean, std = sum(self.mean) / 2, sum(self.std) / 2
        return {"weights": mean + std * torch.randn(self.shape, generator=generator)}


def level(zero: float, mean: Bounds, std: Bounds) -> Callable[[Inputs], Level]:
    def law(inputs: Inputs) -> Level:
        arguments = inputs.settings["arguments"]
        return Level((arguments["n_in"], arguments["n_out"]), zero, mean, std)

    return law


asked = level(1.0, exactly(0.0), exactly(0.0))


def transposed(inputs: Inputs) -> Level:
    law = asked(inputs)
    return Level(law.shape[::-1], law.zero, law.mean, law.std)


ZEROS = [
    Mistake("transposed", transposed, "the shape is (n_in, n_out), in this order."),
    Mistake("ones", level(0.0, exactly(1.0), exactly(0.0)), "torch.ones gives ones; these are 0."),
    Mistake(
        "constant",
        level(0.0, (1e-9, 0.99), exactly(0.0)),
        "the weights are all the same number, but it isn't 0.",
    ),
    Mistake(
        "random-numbers",
        level(0.0, (-1.0, 1.0), (1e-9, 2.0)),
        "nothing is drawn here: every weight is exactly 0, not a small random number.",
    ),
]
