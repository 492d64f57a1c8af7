"""What is known to go wrong with He's weights in both modes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import sqrt

from autograder import Mistake
from autograder.laws import Normal

from .any_draw import LawOf, any_normal, drawn


def by_mode(fan_in: str, fan_avg: str) -> LawOf:
    """Normal weights whose variance is, in either mode, the one of `VARIANCES` that is named."""

    def distribution(n_in: int, n_out: int, mode: str) -> Normal:
        name = fan_in if mode == "fan_in" else fan_avg
        return Normal(sqrt(VARIANCES[name](n_in=n_in, n_out=n_out)))

    return drawn(distribution)


VARIANCES: Mapping[str, Callable[..., float]] = {
    "2/in": lambda n_in, **_: 2 / n_in,
    "1/in": lambda n_in, **_: 1 / n_in,
    "2/out": lambda n_out, **_: 2 / n_out,
    "4/sum": lambda n_in, n_out: 4 / (n_in + n_out),
    "2/sum": lambda n_in, n_out: 2 / (n_in + n_out),
    "(2/in)²": lambda n_in, **_: (2 / n_in) ** 2,
    "(4/sum)²": lambda n_in, n_out: (4 / (n_in + n_out)) ** 2,
}

asked = by_mode("2/in", "4/sum")

HE_NORMAL = [
    *any_normal(asked),
    Mistake(
        "variance-as-std",
        by_mode("(2/in)²", "(4/sum)²"),
        "2 over the fan is the variance; multiply the draws by its root.",
    ),
    Mistake(
        "two-missing",
        by_mode("1/in", "2/sum"),
        "ReLU drops half of the squares, so the variance is 2 over the fan, not 1 over it.",
    ),
    Mistake(
        "xavier",
        by_mode("2/sum", "2/sum"),
        "2 / (n_in + n_out) is Xavier's variance, whatever the mode.",
    ),
    Mistake(
        "n-out-for-n-in",
        by_mode("2/out", "4/sum"),
        "fan_in is n_in, the number of rows here; in a torch.nn.Linear it is the columns.",
    ),
    Mistake("always-fan-in", by_mode("2/in", "2/in"), "the mode fan_avg has 4 / (n_in + n_out)."),
    Mistake("always-fan-avg", by_mode("4/sum", "4/sum"), "the mode fan_in has 2 / n_in."),
    Mistake(
        "modes-swapped",
        by_mode("4/sum", "2/in"),
        "fan_in has 2 / n_in, fan_avg has 4 / (n_in + n_out): they are exchanged.",
    ),
    Mistake(
        "sum-for-average",
        by_mode("2/in", "2/sum"),
        "fan_avg divides by the average of n_in and n_out, (n_in + n_out) / 2, not by their sum.",
    ),
]
