"""The exercises of `batchnorm`: cases, points, and which mistakes are known."""

from __future__ import annotations

from typing import Any

from autograder import Case, Exercise, mistakes_in
from autograder.drives import batch_calls, layer_calls

from . import oracles
from .lesson import BatchNorm1d, min_max, standardize
from .mistakes import backward as wrong_backward
from .mistakes import forward as wrong_forward
from .mistakes import min_max as wrong_min_max
from .mistakes import standardize as wrong_standardize

# Numbers near 10,000 that differ by 1: float32 has them to a thousandth, so the mean is off by that
# much, and so are x - mean and, for whoever multiplies out, x * scale. That is 3e-3 at most, a
# quarter of what 200 allows. E[x²] - E[x]² is off by whole units.
FAR = 200
FAR_FROM_ZERO: dict[str, Any] = {"scale": 1.0, "offset": 1e4}
# The customary `+ 1e-8` in a denominator is rounding in float32, but not in float64: it may pass.
GUARD = 1e6
THIN: dict[str, Any] = {"scale": 0.02, "offset": 0.1}

scaling_standardize = Exercise(
    solution=standardize,
    points=2,
    drive=batch_calls,
    cases=[
        Case("five rows", public=True, rows=5, columns=3),
        Case("a constant column", public=True, rows=4, columns=3, constant=[1]),
        Case("thin columns", public=True, rows=6, columns=2, **THIN),
        Case("far from zero", public=True, rows=8, columns=3, slack=FAR, **FAR_FROM_ZERO),
        Case("x stays as it is", public=True, rows=3, columns=2, watch=True),
        Case("two rows", rows=2, columns=5),
        Case("two constant columns", rows=8, columns=4, constant=[0, 3]),
        Case("more thin columns", rows=3, columns=4, weight=2, **THIN),
        Case("farther from zero", rows=16, columns=4, slack=2 * FAR, scale=1.0, offset=2e4),
        Case("a longer x stays", rows=7, columns=3, watch=True),
        Case("double precision", rows=9, columns=3, dtype="float64", slack=GUARD),
    ],
    mistakes=mistakes_in(wrong_standardize),
    oracle=oracles.standardize,
)

scaling_min_max = Exercise(
    solution=min_max,
    points=1,
    drive=batch_calls,
    cases=[
        Case("five rows", public=True, rows=5, columns=3),
        Case("a constant column", public=True, rows=4, columns=3, constant=[1]),
        Case("x stays as it is", public=True, rows=3, columns=2, watch=True),
        Case("two rows", rows=2, columns=5),
        Case("two constant columns", rows=8, columns=4, constant=[0, 3]),
        Case("thin columns", rows=6, columns=4, weight=2, **THIN),
        Case("a longer x stays", rows=7, columns=3, watch=True),
        Case("double precision", rows=9, columns=3, dtype="float64", slack=GUARD),
    ],
    mistakes=mistakes_in(wrong_min_max),
    oracle=oracles.min_max,
)

# Far from where a layer starts, and from one another.
ATTRIBUTES: dict[str, Any] = {
    "gamma": (1.5, 3.0),
    "beta": (-2.0, -0.5),
    "running_mean": (0.5, 1.5),
    "running_var": (2.0, 4.0),
}
LAYER: dict[str, Any] = {
    "attributes": ATTRIBUTES,
    "num_features": 3,
    "rows": 4,
    "eps": 1e-5,
    "momentum": 0.1,
}
TRAINING, EVAL = "training", "eval"
ONE_ROW: dict[str, Any] = {"rows": 1, "raises": ("forward", "ValueError")}
NO_FORWARD: dict[str, Any] = {"raises": ("backward", "RuntimeError")}
THIN_LAYER: dict[str, Any] = {"scale": 0.01, "offset": 0.03}

LIBRARY = ["torch.nn.BatchNorm1d", "torch.nn.functional.batch_norm", "torch.batch_norm"]

forward = Exercise(
    "batchnorm_forward",
    solution=BatchNorm1d,
    points=5,
    drive=layer_calls,
    defaults=LAYER,
    cases=[
        Case("a fresh layer", public=True, assign=False),
        Case(
            "two batches, then eval twice",
            public=True,
            modes=[TRAINING, TRAINING, EVAL, EVAL],
            momentum=0.3,
            eps=0.05,
            weight=2,
        ),
        Case("a constant column", public=True, spread={"constant": [1]}),
        Case("thin columns, a large eps", public=True, eps=1e-2, spread=THIN_LAYER),
        Case(
            "far from zero",
            public=True,
            rows=8,
            modes=[TRAINING, EVAL],
            slack=FAR,
            spread=FAR_FROM_ZERO,
        ),
        Case("one row in eval", public=True, rows=1, modes=[EVAL]),
        Case("x stays as it is", public=True, modes=[TRAINING, EVAL], watch=True),
        Case("one row in training raises a ValueError", public=True, **ONE_ROW),
        Case("a fresh layer, five batches", assign=False, rows=5, modes=[TRAINING] * 5 + [EVAL]),
        Case(
            "three batches, then eval twice",
            rows=3,
            num_features=5,
            modes=[TRAINING] * 3 + [EVAL] * 2,
            momentum=0.7,
            eps=0.02,
            weight=2,
        ),
        Case("eval before, between and after", modes=[EVAL, TRAINING, EVAL, TRAINING, EVAL]),
        Case("two rows", rows=2, modes=[TRAINING, EVAL], momentum=0.2, eps=0.1),
        Case("one column", num_features=1, rows=6, modes=[TRAINING, EVAL]),
        Case(
            "two constant columns",
            rows=8,
            num_features=4,
            modes=[TRAINING, EVAL],
            spread={"constant": [0, 2]},
        ),
        Case(
            "thinner columns, a large eps", eps=4e-3, rows=5, spread={**THIN_LAYER, "scale": 5e-3}
        ),
        Case(
            "five batches far from zero, then eval",
            rows=16,
            modes=[TRAINING] * 5 + [EVAL],
            slack=2 * FAR,
            spread={**FAR_FROM_ZERO, "offset": 2e4},
        ),
        Case("one row in eval, more columns", rows=1, num_features=6, modes=[EVAL, EVAL]),
        Case("a longer x stays", rows=7, modes=[TRAINING, EVAL], watch=True),
        Case("one row of five columns in training", num_features=5, **ONE_ROW),
        Case(
            "double precision",
            rows=9,
            modes=[TRAINING] * 4 + [EVAL],
            momentum=0.4,
            dtype="float64",
        ),
    ],
    mistakes=mistakes_in(wrong_forward),
    oracle=oracles.TorchBatchNorm,
    forbids=LIBRARY,
)

backward = Exercise(
    "batchnorm_backward",
    solution=BatchNorm1d,
    points=4,
    drive=layer_calls,
    defaults={**LAYER, "gradients": ["x", "gamma", "beta"]},
    cases=[
        Case("four rows", public=True),
        Case("thin columns", public=True, rows=6, eps=1e-3, spread=THIN_LAYER),
        Case("three batches", public=True, rows=5, modes=[TRAINING] * 3, eps=0.05),
        Case("x and grad_out stay as they are", public=True, watch=True),
        Case("before any forward it raises a RuntimeError", public=True, **NO_FORWARD),
        Case("three rows", rows=3, num_features=5, eps=1e-2),
        Case("three rows, a large eps", rows=3, eps=0.5),
        Case("one column", num_features=1, rows=8),
        Case("thinner columns", rows=5, eps=4e-4, spread={**THIN_LAYER, "scale": 5e-3}, weight=2),
        Case("a constant column", rows=4, eps=1e-2, spread={"constant": [0]}),
        Case("two batches of thirty", rows=30, modes=[TRAINING] * 2, eps=0.02),
        Case("a longer x and grad_out stay", rows=7, num_features=2, watch=True),
        Case("two columns before any forward", num_features=2, **NO_FORWARD),
        Case("double precision", rows=9, modes=[TRAINING] * 2, dtype="float64"),
    ],
    mistakes=mistakes_in(wrong_backward),
    oracle=oracles.TorchBatchNorm,
    forbids=LIBRARY,
)

exercises = [scaling_standardize, scaling_min_max, forward, backward]
