"""What is known to go wrong with random weights: each is the law that the wrong code draws from."""

from __future__ import annotations

from dataclasses import replace

from autograder import Inputs
from autograder.laws import NormalWeights, UniformWeights


def asked(inputs: Inputs) -> NormalWeights:
    """What the exercise asks for."""
    arguments = inputs.settings["arguments"]
    return NormalWeights((arguments["n_in"], arguments["n_out"]), arguments["std"])


def variance_as_std(inputs: Inputs) -> NormalWeights:
    law = asked(inputs)
    return replace(law, std=law.std**0.5)


def std_squared(inputs: Inputs) -> NormalWeights:
    law = asked(inputs)
    return replace(law, std=law.std**2)


def std_ignored(inputs: Inputs) -> NormalWeights:
    return replace(asked(inputs), std=1.0)


def uniform_draws(inputs: Inputs) -> UniformWeights:
    law = asked(inputs)
    return UniformWeights(law.shape, 0.0, law.std)


def shifted_mean(inputs: Inputs) -> NormalWeights:
    law = asked(inputs)
    return replace(law, mean=law.std)


def transposed(inputs: Inputs) -> NormalWeights:
    law = asked(inputs)
    return replace(law, shape=(law.shape[1], law.shape[0]))


def generator_ignored(inputs: Inputs) -> NormalWeights:
    return replace(asked(inputs), seeded=False)


def reseeded(inputs: Inputs) -> NormalWeights:
    return replace(asked(inputs), fresh=False)
