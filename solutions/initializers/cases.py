"""The exercises of `initializers`: cases, points, and which mistakes are known.

The sides of a layer are to each other as 2 to 3 or nearly so: then all the variances that are mixed
up (1/n_in, 2/n_in, 2/(n_in + n_out), ...) differ by a fifth or more, and with 15,000 weights or
more each mistake is told from every other with a probability that tests compute.
"""

from __future__ import annotations

from autograder import Case, Exercise
from autograder.drives import fixed_weights, weight_draws

from . import lesson, oracles
from .mistakes import he as wrong_he
from .mistakes import normal as wrong_normal
from .mistakes import xavier as wrong_xavier
from .mistakes import zeros as wrong_zeros

forbids = ["torch.nn.init"]
"""torch.randn, torch.normal and Tensor.normal_ draw, and do no more."""

zeros = Exercise(
    solution=lesson.zeros,
    points=1,
    drive=fixed_weights,
    law=wrong_zeros.asked,
    oracle=oracles.zeros,
    forbids=(),
    cases=[
        Case("three to five", public=True, n_in=3, n_out=5),
        Case("many to few", n_in=400, n_out=30),
        Case("one to four", n_in=1, n_out=4),
    ],
    mistakes=wrong_zeros.ZEROS,
)

normal = Exercise(
    solution=lesson.normal,
    points=2,
    drive=weight_draws,
    law=wrong_normal.asked,
    oracle=oracles.normal,
    cases=[
        Case("a wide layer", public=True, n_in=100, n_out=150, std=0.05),
        Case("a narrow layer", n_in=165, n_out=110, std=0.3, weight=2),
        Case("large weights", n_in=96, n_out=160, std=3.0),
    ],
    mistakes=wrong_normal.NORMAL,
)

XAVIER_CASES = [
    Case("a growing layer", public=True, n_in=100, n_out=150),
    Case("a shrinking layer", n_in=165, n_out=110, weight=2),
    Case("another growing layer", n_in=104, n_out=156),
]

xavier_normal = Exercise(
    solution=lesson.xavier_normal,
    points=2,
    drive=weight_draws,
    law=wrong_xavier.asked_normal,
    oracle=oracles.xavier_normal,
    cases=XAVIER_CASES,
    mistakes=wrong_xavier.XAVIER_NORMAL,
)

xavier_uniform = Exercise(
    solution=lesson.xavier_uniform,
    points=2,
    drive=weight_draws,
    law=wrong_xavier.asked_uniform,
    oracle=oracles.xavier_uniform,
    cases=XAVIER_CASES,
    mistakes=wrong_xavier.XAVIER_UNIFORM,
)

he_normal = Exercise(
    solution=lesson.he_normal,
    points=3,
    drive=weight_draws,
    law=wrong_he.asked,
    oracle=oracles.he_normal,
    cases=[
        Case("fan_in, a growing layer", public=True, n_in=100, n_out=150, mode="fan_in"),
        Case("fan_avg, a growing layer", public=True, n_in=100, n_out=150, mode="fan_avg"),
        Case("fan_in, a shrinking layer", n_in=165, n_out=110, mode="fan_in", weight=2),
        Case("fan_avg, a shrinking layer", n_in=165, n_out=110, mode="fan_avg", weight=2),
    ],
    mistakes=wrong_he.HE_NORMAL,
)

exercises = [zeros, normal, xavier_normal, xavier_uniform, he_normal]
