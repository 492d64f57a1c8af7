"""What is known to go wrong with SGD."""

from __future__ import annotations

from autograder import mistake

from ..lesson import SGD
from .any_optimizer import Tensors


@mistake
class LrIgnored(SGD):
    """the step is lr times the gradient."""

    def update(self, params: Tensors, grads: Tensors) -> None:
        for name, g in grads.items():
            params[name] -= g


@mistake
class NotApplied(SGD):
    """change params itself, in place or by params[name] = ...; a returned value is ignored."""

    def update(self, params: Tensors, grads: Tensors) -> None:
        """What would be the new parameters is thrown away."""
