"""Mistakes that any optimizer can have, made from its solution."""

from __future__ import annotations

from typing import Any

from torch import Tensor

from autograder import Mistake

Tensors = dict[str, Tensor]

BY_HAND = (0.1, 0.01, 0.001)
"""Rates that students write themselves: that of the examples, and the defaults of libraries."""


def any_optimizer(solution: Any, *, gathers: bool = True) -> list[Mistake]:
    """Where an optimizer gathers something, it can also lose it."""
    return [
        sign_flipped(solution),
        *wrong_rates(solution),
        *([no_state(solution)] if gathers else []),
        gradient_changed(solution),
        gradient_zeroed(solution),
    ]


def wrong_rates(solution: Any) -> list[Mistake]:
    """The caller's rate, or a change of it, counts for nothing."""
    return [
        rate_frozen(solution),
        *(rate_set(solution, rate) for rate in BY_HAND),
        rate_always(solution, BY_HAND[0]),
    ]


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


def rate_set(solution: Any, rate: float) -> Mistake:
    """The constructor sets a rate of its own; a change by the caller counts."""

    class RateSet(solution):  # type: ignore[misc]
        def __init__(self, lr: float, **hyper: float) -> None:
            super().__init__(lr=rate, **hyper)

    hint = f"the rate is the `lr` that the constructor is given, not {rate}: self.lr = lr."
    return Mistake(f"lr-set-to-{rate}", RateSet, hint)


def rate_always(solution: Any, rate: float) -> Mistake:
    """Every step has the same rate, whatever the caller says."""

    class RateAlways(solution):  # type: ignore[misc]
        def update(self, params: Tensors, grads: Tensors) -> None:
            self.lr = rate
            super().update(params, grads)

    hint = f"the caller says how large lr is: step with self.lr, not with {rate}."
    return Mistake(f"lr-always-{rate}", RateAlways, hint)


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
