"""What is known to go wrong with the dropout of 2012."""

from __future__ import annotations

from autograder import Inputs, Mistake
from autograder.laws import DropoutLaw

from .any_dropout import any_dropout, but, itself, keep, over_keep


def asked(inputs: Inputs) -> DropoutLaw:
    """What `VanillaDropout` is asked for."""
    p = inputs.settings["p"]
    return DropoutLaw(inputs, drop=p, factor=1.0, gradient=1.0, test=1 - p)


VANILLA = [
    Mistake(
        "use-all-weights",
        but(asked, test=1.0),
        "at test time x is multiplied by 1 - p. All units without a factor give sums that training "
        "has never seen: its mean was (1 - p) x.",
    ),
    Mistake(
        "inverted-form",
        but(asked, factor=over_keep, gradient=over_keep, test=1.0),
        "this is inverted dropout, which scales in training; here the test call scales.",
        valid_elsewhere=True,
    ),
    Mistake(
        "scaled-at-both",
        but(asked, factor=over_keep, gradient=over_keep),
        "in training nothing is scaled here: only the test call multiplies by 1 - p.",
    ),
    Mistake(
        "keep-probability",
        but(asked, drop=keep, test=itself),
        "here p is the probability to drop; where it is the one to keep, this is right.",
        valid_elsewhere=True,
    ),
    Mistake(
        "test-times-p",
        but(asked, test=itself),
        "at test time multiply by the share that was kept, 1 - p.",
    ),
    Mistake(
        "test-divided",
        but(asked, test=over_keep),
        "at test time multiply by 1 - p: all units speak at once, and each has to be quieter.",
    ),
    Mistake(
        "active-at-test",
        but(asked, test_drop=itself, test=1.0),
        "where `training` is False, drop nothing: every entry is multiplied by 1 - p.",
    ),
    Mistake(
        "dropped-and-scaled-at-test",
        but(asked, test_drop=itself),
        "the factor 1 - p stands for the mask: at test time there is no mask beside it.",
    ),
    Mistake(
        "modes-swapped",
        but(
            asked,
            drop=0.0,
            factor=keep,
            gradient=1.0,
            gradient_mask="none",
            test_drop=itself,
            test=1.0,
        ),
        "entries are dropped where `training` is True; the factor belongs to the test call.",
    ),
    Mistake(
        "gradient-unmasked",
        but(asked, gradient_mask="none"),
        "the gradient of an entry that was dropped is 0: keep the mask for backward.",
    ),
    Mistake(
        "gradient-scaled",
        but(asked, gradient=keep),
        "forward in training has no factor, so its derivative has none either.",
    ),
    Mistake(
        "gradient-divided",
        but(asked, gradient=over_keep),
        "forward in training has no factor, so its derivative has none either.",
    ),
    *any_dropout(asked),
]
