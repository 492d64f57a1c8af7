"""The exercises of `dropout`: cases, points, and which mistakes are known."""

from __future__ import annotations

from autograder import Case, Exercise, mistakes_in
from autograder.drives import dropout_calls, scalar_calls

from . import oracles
from .lesson import Dropout, VanillaDropout
from .lesson import variance as variance_of_entry
from .mistakes import dropout as wrong_dropout
from .mistakes import vanilla as wrong_vanilla
from .mistakes import variance as wrong_variance

# p is never near a half, where much that is wrong looks right. There are so many rows and columns
# that a mask with one draw for each of them never drops all: p to the power of their number is
# below 1e-12.
CASES = [
    Case("a fifth is dropped", public=True, p=0.2, shape=(60, 40)),
    Case("most are dropped, and gradients", public=True, p=0.65, shape=(75, 70), backward=True),
    Case("nothing is dropped", public=True, p=0.0, shape=(5, 4), backward=True),
    Case("a third is dropped", p=0.35, shape=(120, 100)),
    Case("three quarters are dropped, and gradients", p=0.75, shape=(110, 120), backward=True),
    Case("double precision", p=0.25, shape=(80, 90), dtype="float64", backward=True),
    # An axis of one: a mask for the last axis and one for all but the first are the same.
    Case("three axes", p=0.3, shape=(90, 1, 70), backward=True),
    Case("a vector", p=0.4, shape=(3000,)),
    Case("nothing is dropped from a vector", p=0.0, shape=(30,)),
]

LIBRARY = ["torch.nn.Dropout", "torch.nn.functional.dropout", "torch.dropout"]

dropout = Exercise(
    solution=Dropout,
    points=5,
    drive=dropout_calls,
    law=wrong_dropout.asked,
    cases=CASES,
    mistakes=wrong_dropout.DROPOUT,
    oracle=oracles.TorchDropout,
    forbids=LIBRARY,
)

variance = Exercise(
    solution=variance_of_entry,
    points=1,
    drive=scalar_calls,
    cases=[
        Case(
            "five entries",
            public=True,
            grid={"x": [2.0, -1.0, 0.5, 3.0, -4.0], "p": [0.2, 0.6, 0.4, 0.1, 0.7]},
        ),
        Case("other entries", grid={"x": [0.3, -7.0, 1.5, -0.2], "p": [0.15, 0.55, 0.65, 0.3]}),
        Case("nothing is dropped, or nothing is there", grid={"x": [2.0, 0], "p": [0, 0.3]}),
    ],
    mistakes=mistakes_in(wrong_variance),
    oracle=oracles.variance_of_two,
)

vanilla = Exercise(
    "vanilla",
    solution=VanillaDropout,
    points=3,
    drive=dropout_calls,
    law=wrong_vanilla.asked,
    cases=CASES,
    mistakes=wrong_vanilla.VANILLA,
    oracle=oracles.LoopVanilla,
    forbids=LIBRARY,
)

exercises = [dropout, variance, vanilla]
