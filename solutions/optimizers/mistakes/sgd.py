"""What is known to go wrong with SGD."""

from __future__ import annotations

from autograder import Mistake

from ..lesson import SGD
from .any_optimizer import Tensors, gradient_changed, gradient_zeroed, sign_flipped, wrong_rates


class RateIgnored(SGD):
    def update(self, params: Tensors, grads: Tensors) -> None:
        for name, g in grads.items():
            params[name] -= g


class NotApplied(SGD):
    def update(self, params: Tensors, grads: Tensors) -> None:
        """What would be the new parameters is thrown away."""


MISTAKES = [
    sign_flipped(SGD),
    *wrong_rates(SGD),
    gradient_changed(SGD),
    gradient_zeroed(SGD),
    Mistake("lr-ignored", RateIgnored, "the step is lr times the gradient."),
    Mistake(
        "not-applied",
        NotApplied,
        "change params itself, in place or by params[name] = ...; a returned value is ignored.",
    ),
]
