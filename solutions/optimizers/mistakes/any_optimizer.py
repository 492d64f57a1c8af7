"""Mistakes that any optimizer can have, made from its solution."""

from __future__ import annotations

from typing import Any

from torch import Tensor

from autograder import Mistake

Tensors = dict[str, Tensor]


def rate_frozen(solution: Any) -> Mistake:
    """The rate of the constructor is used for ever."""

    class RateFrozen(solution):  # type: ignore[misc]
        def __init__(self, lr: float, **hyper: float) -> None:
            super().__init__(lr=lr, **hyper)
            self.first_lr = lr

        def update(self, params: Tensors, grads: Tensors) -> None:
            self.lr = self.first_lr
            super().update(params, grads)

    hint = "the caller may change `lr` between calls: read self.lr at every step."
    return Mistake("lr-frozen", RateFrozen, hint)


def no_state(solution: Any) -> Mistake:
    """Every call begins anew."""

    class NoState(solution):  # type: ignore[misc]
        def __init__(self, lr: float, **hyper: float) -> None:
            super().__init__(lr=lr, **hyper)
            self.hyper = hyper

        def update(self, params: Tensors, grads: Tensors) -> None:
            solution(lr=self.lr, **self.hyper).update(params, grads)

    hint = "what is gathered has to be kept from one call to the next, in self."
    return Mistake("no-state", NoState, hint)


def sign_flipped(solution: Any) -> Mistake:
    """The step goes uphill."""

    class SignFlipped(solution):  # type: ignore[misc]
        def update(self, params: Tensors, grads: Tensors) -> None:
            moved = {name: w.clone() for name, w in params.items()}
            super().update(moved, grads)
            for name, w in moved.items():
                params[name] = 2 * params[name] - w

    return Mistake(
        "sign-flipped", SignFlipped, "the step is subtracted from w, so that it descends."
    )


def gradient_changed(solution: Any) -> Mistake:
    """The caller's gradients come back scaled by the rate."""

    class GradientChanged(solution):  # type: ignore[misc]
        def update(self, params: Tensors, grads: Tensors) -> None:
            super().update(params, grads)
            for g in grads.values():
                g.mul_(self.lr)

    hint = "grads belong to the caller: compute with copies, not in place."
    return Mistake("gradient-changed", GradientChanged, hint)


def gradient_zeroed(solution: Any) -> Mistake:
    """The caller's gradients come back as zeros."""

    class GradientZeroed(solution):  # type: ignore[misc]
        def update(self, params: Tensors, grads: Tensors) -> None:
            super().update(params, grads)
            for g in grads.values():
                g.zero_()

    hint = "grads belong to the caller, who clears them: leave them as they are."
    return Mistake("gradient-zeroed", GradientZeroed, hint)
