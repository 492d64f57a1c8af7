"""The exercises of `optimizers`: cases, points, and which mistakes are known."""

from __future__ import annotations

from autograder import Case, Exercise, mistakes_in
from autograder.drives import optimizer_steps, scalar_calls

from . import oracles
from .lesson import SGD, AdaGrad, Adam, LectureAdam, Momentum, RMSProp, decayed_rate
from .mistakes import adagrad as wrong_adagrad
from .mistakes import adam as wrong_adam
from .mistakes import lecture_adam as wrong_lecture_adam
from .mistakes import momentum as wrong_momentum
from .mistakes import rate_decay as wrong_decay
from .mistakes import rmsprop as wrong_rmsprop
from .mistakes import sgd as wrong_sgd
from .mistakes.any_optimizer import any_optimizer
from .mistakes.scaled import Averages, Sums, wrong_steps

HALVED = (0.1, 0.1, 0.05, 0.05, 0.05)
"""A rate that the caller halves after two steps."""

GROWING = (0.02, 0.04, 0.08, 0.3)

forbids = ["torch.optim"]
"""To be written, not borrowed; `torch._foreach_add` and the like are plain arithmetic."""

# What every optimizer is asked beside the cases that tell its own mistakes apart. Rates differ, so
# that no number written by hand is right in all cases that are public, nor in all that are hidden.
ANOTHER_RATE = Case("another rate", public=True, steps=3, lr=0.3)
RATE_CHANGES = Case("the rate changes", public=True, steps=5, rates=HALVED)
TWO_PARAMETERS = Case("two parameters", public=True, steps=4, shapes=[(3, 2), (3, 2)])
GRADIENTS_STAY = Case("gradients stay as they are", public=True, steps=2, watch_grads=True)
HIDDEN = [
    Case("the rate grows", steps=4, rates=GROWING),
    Case("parameters of two shapes", steps=3, lr=0.02, shapes=[(4,), (3, 2), (4,)]),
    Case("gradients of two parameters stay", steps=2, shapes=[(3,), (2, 2)], watch_grads=True),
    Case("two optimizers in turn", steps=3, objects=2),
    Case("a spike, then zeros", steps=6, lr=0.05, pattern="spike"),
    Case("every second row is zero", steps=4, shapes=[(4, 2)], pattern="sparse"),
    Case("away from zero", steps=4, lr=0.3, start=2.0),
    Case("double precision", steps=30, lr=0.05, dtype="float64"),
]

sgd = Exercise(
    solution=SGD,
    points=1,
    drive=optimizer_steps,
    defaults={"lr": 0.1},
    cases=[
        Case("three steps", public=True, steps=3),
        ANOTHER_RATE,
        RATE_CHANGES,
        GRADIENTS_STAY,
        *HIDDEN,
    ],
    mistakes=[*any_optimizer(SGD, gathers=False), *mistakes_in(wrong_sgd)],
    oracle=oracles.TorchSGD,
)

momentum = Exercise(
    solution=Momentum,
    points=2,
    drive=optimizer_steps,
    defaults={"lr": 0.1, "beta": 0.9},
    cases=[
        Case("five steps", public=True, steps=5),
        ANOTHER_RATE,
        RATE_CHANGES,
        TWO_PARAMETERS,
        GRADIENTS_STAY,
        Case("a small beta", steps=6, beta=0.3),
        *HIDDEN,
    ],
    mistakes=[*any_optimizer(Momentum), *mistakes_in(wrong_momentum)],
    oracle=oracles.LoopMomentum,
)

adagrad = Exercise(
    "adagrad",
    solution=AdaGrad,
    points=2,
    drive=optimizer_steps,
    defaults={"lr": 0.1, "eps": 1e-10},
    cases=[
        Case("five steps", public=True, steps=5),
        Case("tiny gradients", public=True, steps=5, scale=1e-5),
        Case("a large eps", public=True, steps=5, eps=1e-2, scale=0.1),
        ANOTHER_RATE,
        RATE_CHANGES,
        TWO_PARAMETERS,
        GRADIENTS_STAY,
        Case("hundred steps", steps=100),
        Case("another large eps", steps=6, eps=4e-2, scale=0.2, weight=2),
        *HIDDEN,
    ],
    mistakes=[*any_optimizer(AdaGrad), *wrong_steps(Sums), *mistakes_in(wrong_adagrad)],
    oracle=oracles.LoopAdaGrad,
)

rmsprop = Exercise(
    "rmsprop",
    solution=RMSProp,
    points=2,
    drive=optimizer_steps,
    defaults={"lr": 0.1, "alpha": 0.9, "eps": 1e-8},
    cases=[
        Case("five steps", public=True, steps=5),
        Case("tiny gradients", public=True, steps=5, scale=1e-4),
        Case("a large eps", public=True, steps=5, eps=1e-2, scale=0.1),
        ANOTHER_RATE,
        RATE_CHANGES,
        TWO_PARAMETERS,
        GRADIENTS_STAY,
        Case("hundred steps", steps=100),
        Case("another alpha", steps=6, alpha=0.6),
        Case("another large eps", steps=6, eps=4e-2, scale=0.2, weight=2),
        *HIDDEN,
    ],
    mistakes=[*any_optimizer(RMSProp), *wrong_steps(Averages), *mistakes_in(wrong_rmsprop)],
    oracle=oracles.LoopRMSProp,
)

ADAM_CASES = [
    Case("first steps", public=True, steps=5),
    Case("tiny gradients", public=True, steps=5, scale=1e-4, weight=2),
    Case("a large eps", public=True, steps=5, eps=1e-2, scale=0.05),
    ANOTHER_RATE,
    RATE_CHANGES,
    TWO_PARAMETERS,
    GRADIENTS_STAY,
    Case("hundred steps", steps=100),
    Case("another large eps", steps=6, eps=4e-2, scale=0.2),
    Case("other betas", steps=8, beta1=0.5, beta2=0.8),
    *HIDDEN,
]
ADAM_DEFAULTS = {"lr": 0.1, "beta1": 0.9, "beta2": 0.999, "eps": 1e-8}

adam = Exercise(
    solution=Adam,
    points=4,
    drive=optimizer_steps,
    defaults=ADAM_DEFAULTS,
    cases=ADAM_CASES,
    mistakes=[*any_optimizer(Adam), *mistakes_in(wrong_adam)],
    oracle=oracles.TorchAdam,
)

lecture_adam = Exercise(
    solution=LectureAdam,
    points=2,
    drive=optimizer_steps,
    defaults=ADAM_DEFAULTS,
    cases=ADAM_CASES,
    mistakes=[*any_optimizer(LectureAdam), *mistakes_in(wrong_lecture_adam)],
    oracle=oracles.LoopLectureAdam,
)

rate_decay = Exercise(
    solution=decayed_rate,
    points=1,
    drive=scalar_calls,
    cases=[
        Case(
            "out of order, one of them twice",
            public=True,
            grid={"eta0": [0.1] * 6, "t": [0, 7, 3, 10, 20, 3], "n": [10] * 6},
        ),
        Case("a long run", grid={"eta0": [0.5] * 5, "t": [1, 0, 500, 1000, 2000], "n": [1000] * 5}),
        Case("other starts", grid={"eta0": [1e-3, 2.0, 0.3], "t": [5, 5, 11], "n": [7, 7, 3]}),
    ],
    mistakes=mistakes_in(wrong_decay),
    oracle=oracles.decay_by_logarithm,
)

exercises = [sgd, momentum, adagrad, rmsprop, adam, lecture_adam, rate_decay]
