"""What is known to go wrong with inverted dropout."""

from __future__ import annotations

from math import inf

from autograder import Inputs, Mistake
from autograder.laws import DropoutLaw

from .any_dropout import any_dropout, but, itself, keep, over_keep


def asked(inputs: Inputs) -> DropoutLaw:
    """What `Dropout` is asked for."""
    p = inputs.settings["p"]
    return DropoutLaw(inputs, drop=p, factor=1 / (1 - p), gradient=1 / (1 - p))


def over_p(p: float) -> float:
    return 1 / p if p else inf


DROPOUT = [
    Mistake(
        "no-scale",
        but(asked, factor=1.0, gradient=1.0),
        "what is kept is multiplied by 1 / (1 - p). With all units at test time and no factor "
        "anywhere, training sees a mean of (1 - p) x, and the test x.",
    ),
    Mistake(
        "divided-by-p",
        but(asked, factor=over_p, gradient=over_p),
        "p is the share that is dropped: divide by the share that is kept, 1 - p.",
    ),
    Mistake(
        "multiplied-by-keep",
        but(asked, factor=keep, gradient=keep),
        "divide by 1 - p instead of multiplying: the few that are kept stand for all.",
    ),
    Mistake(
        "keep-probability",
        but(asked, drop=keep, factor=over_p, gradient=over_p),
        "here p is the probability to drop; where it is the one to keep, this is right.",
        valid_elsewhere=True,
    ),
    Mistake(
        "vanilla-form",
        but(asked, factor=1.0, gradient=1.0, test=keep),
        "this is the form of 2012, which scales at test time; here training scales.",
        valid_elsewhere=True,
    ),
    Mistake(
        "scaled-at-both",
        but(asked, test=keep),
        "training has divided by 1 - p already: at test time x stays as it is.",
    ),
    Mistake(
        "test-divided",
        but(asked, test=over_keep),
        "at test time nothing is dropped, so nothing is divided by 1 - p.",
    ),
    Mistake(
        "active-at-test",
        but(asked, test_drop=itself, test=over_keep),
        "where `training` is False, return the values of x and drop nothing.",
    ),
    Mistake(
        "modes-swapped",
        but(
            asked,
            drop=0.0,
            factor=1.0,
            gradient=1.0,
            gradient_mask="none",
            test_drop=itself,
            test=over_keep,
        ),
        "entries are dropped where `training` is True, and only there.",
    ),
    Mistake(
        "gradient-unchanged",
        but(asked, gradient=1.0, gradient_mask="none"),
        "an entry that was dropped has a gradient of 0, and one that was multiplied by 1 / (1 - p) "
        "has a gradient multiplied by it.",
    ),
    Mistake(
        "gradient-unmasked",
        but(asked, gradient_mask="none"),
        "the gradient of an entry that was dropped is 0: keep the mask for backward.",
    ),
    Mistake(
        "gradient-unscaled",
        but(asked, gradient=1.0),
        "forward multiplies by 1 / (1 - p), so its derivative holds that factor as well.",
    ),
    Mistake(
        "gradient-scaled-twice",
        but(asked, gradient=lambda p: 1 / (1 - p) ** 2),
        "the factor 1 / (1 - p) stands once in the derivative: is it in your mask already?",
    ),
    *any_dropout(asked),
]
