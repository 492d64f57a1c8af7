"""What goes wrong with any dropout: each is the law that the wrong code's entries follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import erf, sqrt
from typing import Any, TypeAlias

from autograder import Inputs, Mistake
from autograder.laws import DropoutLaw

Law: TypeAlias = Callable[[Inputs], DropoutLaw]


def but(law: Law, **fields: Any) -> Law:
    """`law` with other fields; one that depends on p is a function of it."""

    def other(inputs: Inputs) -> DropoutLaw:
        p = inputs.settings["p"]
        known = {name: value(p) if callable(value) else value for name, value in fields.items()}
        return replace(law(inputs), **known)

    return other


def keep(p: float) -> float:
    return 1 - p


def over_keep(p: float) -> float:
    return 1 / (1 - p)


def itself(p: float) -> float:
    return p


def normal_below(p: float) -> float:
    """The share of standard normal draws that are no larger than p."""
    return (1 + erf(p / sqrt(2))) / 2


def any_dropout(law: Law) -> list[Mistake]:
    """What goes wrong with the mask, the generator and the arguments of either class."""
    return [
        Mistake(
            "mask-inverted",
            but(law, drop=keep),
            "p is the probability to drop: an entry is kept where its uniform draw is at least p.",
        ),
        Mistake(
            "randn-mask",
            but(law, drop=normal_below),
            "torch.randn is normal; a draw from torch.rand is below p with probability p.",
        ),
        Mistake(
            "mask-per-row",
            but(law, shared="row"),
            "every entry has a draw of its own: the mask has the shape of x, not one number a row.",
        ),
        Mistake(
            "mask-per-column",
            but(law, shared="column"),
            "every entry has a draw of its own: the mask has the shape of x, not that of a row.",
        ),
        Mistake(
            "mask-kept",
            but(law, fresh=False),
            "draw a new mask at every call in training, not only at the first.",
        ),
        Mistake(
            "generator-ignored",
            but(law, seeded=False),
            "hand the generator on: torch.rand(..., generator=generator). "
            "torch.nn.functional.dropout and np.random.rand take none.",
        ),
        Mistake(
            "reseeded",
            but(law, fresh=False, own=False),
            "seed nothing in forward: every call takes the generator's next draws.",
        ),
        Mistake(
            "never-drops",
            but(law, drop=0.0, factor=1.0, gradient=1.0, gradient_mask="none"),
            "in training nothing is dropped: look at what `training` decides.",
        ),
        Mistake(
            "x-changed",
            but(law, in_place=True),
            "x *= ... and x[...] = 0 change the caller's tensor: make a new one, or clone x.",
        ),
        Mistake(
            "grad-changed",
            but(law, grad_in_place=True),
            "grad *= ... and grad[...] = 0 change the caller's tensor: make a new one.",
        ),
        Mistake(
            "gradient-fresh-mask",
            but(law, gradient_mask="fresh"),
            "backward draws nothing: it uses the mask of the last call of forward in training.",
        ),
    ]
