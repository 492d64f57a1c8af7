"""What is known to go wrong with dropout: each is the law that the wrong code's entries follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import erf, inf, sqrt
from typing import Any, TypeAlias

from autograder import Inputs, Mistake
from autograder.laws import DropoutLaw

Law: TypeAlias = Callable[[Inputs], DropoutLaw]


def inverted(inputs: Inputs) -> DropoutLaw:
    """What `Dropout` is asked for."""
    p = inputs.settings["p"]
    return DropoutLaw(inputs, drop=p, factor=1 / (1 - p), gradient=1 / (1 - p))


def vanilla(inputs: Inputs) -> DropoutLaw:
    """What `VanillaDropout` is asked for."""
    p = inputs.settings["p"]
    return DropoutLaw(inputs, drop=p, factor=1.0, gradient=1.0, test=1 - p)


def _but(law: Law, **fields: Any) -> Law:
    """`law` with other fields; one that depends on p is a function of it."""

    def other(inputs: Inputs) -> DropoutLaw:
        p = inputs.settings["p"]
        known = {name: value(p) if callable(value) else value for name, value in fields.items()}
        return replace(law(inputs), **known)

    return other


def _keep(p: float) -> float:
    return 1 - p


def _over_keep(p: float) -> float:
    return 1 / (1 - p)


def _itself(p: float) -> float:
    return p


def _over_p(p: float) -> float:
    return 1 / p if p else inf


def _normal_below(p: float) -> float:
    """The share of standard normal draws that are no larger than p."""
    return (1 + erf(p / sqrt(2))) / 2


def _of_any(law: Law) -> list[Mistake]:
    """What goes wrong with the mask, the generator and the arguments of either class."""
    return [
        Mistake(
            "mask-inverted",
            _but(law, drop=_keep),
            "p is the probability to drop: an entry is kept where its uniform draw is at least p.",
        ),
        Mistake(
            "randn-mask",
            _but(law, drop=_normal_below),
            "torch.randn is normal; a draw from torch.rand is below p with probability p.",
        ),
        Mistake(
            "mask-per-row",
            _but(law, shared="row"),
            "every entry has a draw of its own: the mask has the shape of x, not one number a row.",
        ),
        Mistake(
            "mask-per-column",
            _but(law, shared="column"),
            "every entry has a draw of its own: the mask has the shape of x, not that of a row.",
        ),
        Mistake(
            "mask-kept",
            _but(law, fresh=False),
            "draw a new mask at every call in training, not only at the first.",
        ),
        Mistake(
            "generator-ignored",
            _but(law, seeded=False),
            "hand the generator on: torch.rand(..., generator=generator). "
            "torch.nn.functional.dropout and np.random.rand take none.",
        ),
        Mistake(
            "reseeded",
            _but(law, fresh=False, own=False),
            "seed nothing in forward: every call takes the generator's next draws.",
        ),
        Mistake(
            "never-drops",
            _but(law, drop=0.0, factor=1.0, gradient=1.0, gradient_mask="none"),
            "in training nothing is dropped: look at what `training` decides.",
        ),
        Mistake(
            "x-changed",
            _but(law, in_place=True),
            "x *= ... and x[...] = 0 change the caller's tensor: make a new one, or clone x.",
        ),
        Mistake(
            "grad-changed",
            _but(law, grad_in_place=True),
            "grad *= ... and grad[...] = 0 change the caller's tensor: make a new one.",
        ),
        Mistake(
            "gradient-fresh-mask",
            _but(law, gradient_mask="fresh"),
            "backward draws nothing: it uses the mask of the last call of forward in training.",
        ),
    ]


DROPOUT = [
    Mistake(
        "no-scale",
        _but(inverted, factor=1.0, gradient=1.0),
        "what is kept is multiplied by 1 / (1 - p). With all units at test time and no factor "
        "anywhere, training sees a mean of (1 - p) x, and the test x.",
    ),
    Mistake(
        "divided-by-p",
        _but(inverted, factor=_over_p, gradient=_over_p),
        "p is the share that is dropped: divide by the share that is kept, 1 - p.",
    ),
    Mistake(
        "multiplied-by-keep",
        _but(inverted, factor=_keep, gradient=_keep),
        "divide by 1 - p instead of multiplying: the few that are kept stand for all.",
    ),
    Mistake(
        "keep-probability",
        _but(inverted, drop=_keep, factor=_over_p, gradient=_over_p),
        "here p is the probability to drop; where it is the one to keep, this is right.",
        valid_elsewhere=True,
    ),
    Mistake(
        "vanilla-form",
        _but(inverted, factor=1.0, gradient=1.0, test=_keep),
        "this is the form of 2012, which scales at test time; here training scales.",
        valid_elsewhere=True,
    ),
    Mistake(
        "scaled-at-both",
        _but(inverted, test=_keep),
        "training has divided by 1 - p already: at test time x stays as it is.",
    ),
    Mistake(
        "test-divided",
        _but(inverted, test=_over_keep),
        "at test time nothing is dropped, so nothing is divided by 1 - p.",
    ),
    Mistake(
        "active-at-test",
        _but(inverted, test_drop=_itself, test=_over_keep),
        "where `training` is False, return the values of x and drop nothing.",
    ),
    Mistake(
        "modes-swapped",
        _but(
            inverted,
            drop=0.0,
            factor=1.0,
            gradient=1.0,
            gradient_mask="none",
            test_drop=_itself,
            test=_over_keep,
        ),
        "entries are dropped where `training` is True, and only there.",
    ),
    Mistake(
        "gradient-unchanged",
        _but(inverted, gradient=1.0, gradient_mask="none"),
        "an entry that was dropped has a gradient of 0, and one that was multiplied by 1 / (1 - p) "
        "has a gradient multiplied by it.",
    ),
    Mistake(
        "gradient-unmasked",
        _but(inverted, gradient_mask="none"),
        "the gradient of an entry that was dropped is 0: keep the mask for backward.",
    ),
    Mistake(
        "gradient-unscaled",
        _but(inverted, gradient=1.0),
        "forward multiplies by 1 / (1 - p), so its derivative holds that factor as well.",
    ),
    Mistake(
        "gradient-scaled-twice",
        _but(inverted, gradient=lambda p: 1 / (1 - p) ** 2),
        "the factor 1 / (1 - p) stands once in the derivative: is it in your mask already?",
    ),
    *_of_any(inverted),
]

VANILLA = [
    Mistake(
        "use-all-weights",
        _but(vanilla, test=1.0),
        "at test time x is multiplied by 1 - p. All units without a factor give sums that training "
        "has never seen: its mean was (1 - p) x.",
    ),
    Mistake(
        "inverted-form",
        _but(vanilla, factor=_over_keep, gradient=_over_keep, test=1.0),
        "this is inverted dropout, which scales in training; here the test call scales.",
        valid_elsewhere=True,
    ),
    Mistake(
        "scaled-at-both",
        _but(vanilla, factor=_over_keep, gradient=_over_keep),
        "in training nothing is scaled here: only the test call multiplies by 1 - p.",
    ),
    Mistake(
        "keep-probability",
        _but(vanilla, drop=_keep, test=_itself),
        "here p is the probability to drop; where it is the one to keep, this is right.",
        valid_elsewhere=True,
    ),
    Mistake(
        "test-times-p",
        _but(vanilla, test=_itself),
        "at test time multiply by the share that was kept, 1 - p.",
    ),
    Mistake(
        "test-divided",
        _but(vanilla, test=_over_keep),
        "at test time multiply by 1 - p: all units speak at once, and each has to be quieter.",
    ),
    Mistake(
        "active-at-test",
        _but(vanilla, test_drop=_itself, test=1.0),
        "where `training` is False, drop nothing: every entry is multiplied by 1 - p.",
    ),
    Mistake(
        "dropped-and-scaled-at-test",
        _but(vanilla, test_drop=_itself),
        "the factor 1 - p stands for the mask: at test time there is no mask beside it.",
    ),
    Mistake(
        "modes-swapped",
        _but(
            vanilla,
            drop=0.0,
            factor=_keep,
            gradient=1.0,
            gradient_mask="none",
            test_drop=_itself,
            test=1.0,
        ),
        "entries are dropped where `training` is True; the factor belongs to the test call.",
    ),
    Mistake(
        "gradient-unmasked",
        _but(vanilla, gradient_mask="none"),
        "the gradient of an entry that was dropped is 0: keep the mask for backward.",
    ),
    Mistake(
        "gradient-scaled",
        _but(vanilla, gradient=_keep),
        "forward in training has no factor, so its derivative has none either.",
    ),
    Mistake(
        "gradient-divided",
        _but(vanilla, gradient=_over_keep),
        "forward in training has no factor, so its derivative has none either.",
    ),
    *_of_any(vanilla),
]


def _plain_x(x: float, p: float) -> float:
    return p / (1 - p) * x


def _deviation(x: float, p: float) -> float:
    return sqrt(p / (1 - p)) * abs(x)


def _unscaled(x: float, p: float) -> float:
    return p * (1 - p) * x**2


def _of_keep(x: float, p: float) -> float:
    return (1 - p) / p * x**2


def _second_moment(x: float, p: float) -> float:
    return x**2 / (1 - p)


def _factor_once(x: float, p: float) -> float:
    return p * x**2


def _factor_alone(x: float, p: float) -> float:
    return p / (1 - p)


VARIANCE = [
    Mistake("x-not-squared", _plain_x, "a variance is in squares: x counts twice."),
    Mistake("deviation", _deviation, "this is the standard deviation; the variance is its square."),
    Mistake(
        "unscaled",
        _unscaled,
        "this is the variance without the factor 1 / (1 - p); it stands in the square.",
    ),
    Mistake("keep-for-drop", _of_keep, "p is the probability to drop: p and 1 - p change places."),
    Mistake(
        "second-moment",
        _second_moment,
        "this is the mean of the square: subtract the square of the mean.",
    ),
    Mistake(
        "factor-not-squared", _factor_once, "the factor 1 / (1 - p) is squared as well as x is."
    ),
    Mistake("x-missing", _factor_alone, "a larger entry is noisier: multiply by the square of x."),
]
