"""What is known to go wrong with random weights: each is the law that the wrong code draws from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from autograder.laws import NormalWeights, UniformWeights


def asked(settings: Mapping[str, Any]) -> NormalWeights:
    """What the exercise asks for."""
    arguments = settings["arguments"]
    return NormalWeights((arguments["n_in"], arguments["n_out"]), arguments["std"])


def variance_as_std(settings: Mapping[str, Any]) -> NormalWeights:
    law = asked(settings)
    return replace(law, std=law.std**0.5)


def std_squared(settings: Mapping[str, Any]) -> NormalWeights:
    law = asked(settings)
    return replace(law, std=law.std**2)


def std_ignored(settings: Mapping[str, Any]) -> NormalWeights:
    return replace(asked(settings), std=1.0)


def uniform_draws(settings: Mapping[str, Any]) -> UniformWeights:
    law = asked(settings)
    return UniformWeights(law.shape, 0.0, law.std)


def shifted_mean(settings: Mapping[str, Any]) -> NormalWeights:
    law = asked(settings)
    return replace(law, mean=law.std)


def transposed(settings: Mapping[str, Any]) -> NormalWeights:
    law = asked(settings)
    return replace(law, shape=(law.shape[1], law.shape[0]))


def generator_ignored(settings: Mapping[str, Any]) -> NormalWeights:
    return replace(asked(settings), seeded=False)


def reseeded(settings: Mapping[str, Any]) -> NormalWeights:
    return replace(asked(settings), fresh=False)
