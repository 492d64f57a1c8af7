"""The exercises of `optimizers`: cases, points, and which mistakes are known."""

from __future__ import annotations

from autograder import Case, Exercise, Mistake
from autograder.drives import optimizer_steps

from . import mistakes as wrong
from .optimizers import SGD, Adam, Momentum

HALVED = (0.1, 0.1, 0.05, 0.05, 0.05)
"""A rate that the caller halves after two steps."""

GROWING = (0.02, 0.04, 0.08, 0.3)

FROZEN = "The caller may change `lr` between calls: read self.lr at every step."

sgd = Exercise(
    "sgd",
    solution=SGD,
    points=2,
    drive=optimizer_steps,
    defaults={"lr": 0.1},
    cases=[
        Case("three steps", public=True, steps=3),
        Case("the rate changes", public=True, steps=5, rates=HALVED),
        Case("gradients stay as they are", public=True, steps=2, watch_grads=True),
        Case("two parameters", steps=3, shapes=[(3, 2), (4,)]),
        Case("the rate grows", steps=4, rates=GROWING),
        Case("gradients of two parameters stay", steps=2, shapes=[(3,), (2, 2)], watch_grads=True),
        Case("away from zero", steps=4, start=2.0, lr=0.3),
        Case("double precision", steps=4, dtype="float64"),
    ],
    mistakes=[
        Mistake(
            "sign-flipped", wrong.SGDSignFlipped, "a step goes against the gradient: w - lr * g."
        ),
        Mistake("lr-ignored", wrong.SGDRateIgnored, "the step is lr times the gradient."),
        Mistake("lr-frozen", wrong.SGDRateFrozen, FROZEN),
        Mistake(
            "gradient-changed",
            wrong.SGDGradientChanged,
            "grads belong to the caller: compute with copies, not in place.",
        ),
        Mistake(
            "not-applied",
            wrong.SGDNotApplied,
            "change params itself, in place or by params[name] = ...; a returned value is ignored.",
        ),
    ],
)

momentum = Exercise(
    "momentum",
    solution=Momentum,
    points=3,
    drive=optimizer_steps,
    defaults={"lr": 0.1, "beta": 0.9},
    cases=[
        Case("five steps", public=True, steps=5),
        Case("the rate changes", public=True, steps=5, rates=HALVED),
        Case("two parameters", public=True, steps=4, shapes=[(3, 2), (3, 2)]),
        Case("a spike, then zeros", steps=6, pattern="spike", beta=0.7),
        Case("the rate grows", steps=4, rates=GROWING),
        Case("parameters of two shapes", steps=3, shapes=[(4,), (3, 2), (4,)]),
        Case("two optimizers in turn", steps=3, objects=2),
        Case("gradients stay as they are", steps=2, watch_grads=True),
        Case("away from zero", steps=4, start=2.0, beta=0.5),
        Case("double precision", steps=30, dtype="float64"),
    ],
    mistakes=[
        Mistake("ema", wrong.MomentumAverage, "beta * m + lr * g, without a factor 1 - beta."),
        Mistake(
            "sign-slip", wrong.MomentumSignSlip, "m holds +lr * g and is subtracted from w, once."
        ),
        Mistake("no-state", wrong.MomentumForgets, "m has to be kept from one call to the next."),
        Mistake(
            "lr-squared", wrong.MomentumRateTwice, "lr is in m already: w - m, not w - lr * m."
        ),
        Mistake("nesterov", wrong.MomentumNesterov, "this looks ahead, as Nesterov's does: w - m."),
        Mistake("state-shared", wrong.MomentumShared, "each name in params has an m of its own."),
        Mistake(
            "old-velocity", wrong.MomentumOldVelocity, "update m first, then step with the new m."
        ),
        Mistake("lr-frozen", wrong.MomentumRateFrozen, FROZEN),
        Mistake(
            "pytorch-form",
            wrong.MomentumPyTorch,
            "PyTorch keeps lr outside m; here m gathers lr * g, which differs once lr changes.",
            valid_elsewhere=True,
        ),
    ],
)

adam = Exercise(
    "adam",
    solution=Adam,
    points=5,
    drive=optimizer_steps,
    defaults={"lr": 0.1, "beta1": 0.9, "beta2": 0.999, "eps": 1e-8},
    cases=[
        Case("first steps", public=True, steps=5),
        Case("tiny gradients", public=True, steps=5, scale=1e-4, weight=2),
        Case("two parameters", public=True, steps=4, shapes=[(3, 2), (3, 2)]),
        Case("the rate changes", public=True, steps=5, rates=HALVED),
        Case("hundred steps", steps=100),
        Case("the rate grows", steps=4, rates=GROWING),
        Case("parameters of two shapes", steps=3, shapes=[(4,), (3, 2), (4,)]),
        Case("a large eps", steps=6, eps=1e-2, scale=0.05),
        Case("other betas", steps=8, beta1=0.5, beta2=0.8),
        Case("a spike, then zeros", steps=8, pattern="spike"),
        Case("two optimizers in turn", steps=3, objects=2),
        Case("gradients stay as they are", steps=2, watch_grads=True),
        Case("double precision", steps=30, dtype="float64"),
    ],
    mistakes=[
        Mistake(
            "no-bias-correction",
            wrong.AdamUncorrected,
            "m and s start at zero, so divide them by 1 - beta1 ** t and 1 - beta2 ** t.",
        ),
        Mistake("only-m-corrected", wrong.AdamOnlyMCorrected, "s needs its correction too."),
        Mistake("only-v-corrected", wrong.AdamOnlySCorrected, "m needs its correction too."),
        Mistake(
            "correction-without-power",
            wrong.AdamWithoutPower,
            "the correction is 1 - beta ** t, and t grows by one at each call.",
        ),
        Mistake(
            "t-from-zero",
            wrong.AdamTimeFromZero,
            "t is 1 at the first call; with 0 you divide by 0.",
        ),
        Mistake("t-off-by-one", wrong.AdamTimeAhead, "t is 1 at the first call, not 2."),
        Mistake("t-per-parameter", wrong.AdamTimePerParameter, "t counts calls, not parameters."),
        Mistake("betas-swapped", wrong.AdamBetasSwapped, "beta1 belongs to m, beta2 to s."),
        Mistake("no-square-root", wrong.AdamNoRoot, "divide by the root of s, not by s."),
        Mistake("lr-frozen", wrong.AdamRateFrozen, FROZEN),
        Mistake(
            "eps-inside-root",
            wrong.AdamEpsInside,
            "eps stands outside the root here: sqrt(s) + eps.",
            valid_elsewhere=True,
        ),
        Mistake(
            "folded-eps",
            wrong.AdamFolded,
            "with the corrections folded into the rate, scale eps by sqrt(1 - beta2 ** t) too.",
            valid_elsewhere=True,
        ),
        Mistake(
            "lecture-form",
            wrong.AdamLecture,
            "this is the form without correction, with eps inside the root.",
            valid_elsewhere=True,
        ),
    ],
)

exercises = [sgd, momentum, adam]
