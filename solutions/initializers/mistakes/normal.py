"""What is known to go wrong with normal weights of a given deviation."""

from __future__ import annotations

from math import sqrt

from autograder import Mistake
from autograder.laws import Normal

from .any_draw import any_normal, drawn

asked = drawn(lambda std, **_: Normal(std))

NORMAL = [
    *any_normal(asked),
    Mistake(
        "variance-as-std",
        drawn(lambda std, **_: Normal(sqrt(std))),
        "std is the standard deviation already: multiply by it, without a root.",
    ),
    Mistake(
        "std-squared",
        drawn(lambda std, **_: Normal(std**2)),
        "multiply by std, not by std ** 2.",
    ),
    Mistake(
        "std-ignored",
        drawn(lambda **_: Normal(1.0)),
        "multiply the standard normal draws by std.",
    ),
    Mistake(
        "shifted-mean",
        drawn(lambda std, **_: Normal(std, mean=std)),
        "the mean is 0, so add nothing.",
    ),
]
