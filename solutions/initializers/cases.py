"""The exercises of `initializers`: cases, points, and which mistakes are known."""

from __future__ import annotations

from autograder import Case, Exercise, Mistake
from autograder.drives import weight_draws

from . import mistakes as wrong
from . import oracles
from .initializers import normal as normal_weights

normal = Exercise(
    "normal",
    solution=normal_weights,
    points=3,
    drive=weight_draws,
    law=wrong.asked,
    oracle=oracles.normal,
    forbids=["torch.nn.init"],  # torch.randn, torch.normal and Tensor.normal_ draw, no more
    cases=[
        Case("a wide layer", public=True, n_in=300, n_out=200, std=0.05),
        Case("a narrow layer", n_in=150, n_out=400, std=0.3, weight=2),
        Case("large weights", n_in=200, n_out=330, std=3.0),
    ],
    mistakes=[
        Mistake(
            "variance-as-std",
            wrong.variance_as_std,
            "std is the standard deviation already: multiply by it, without a root.",
        ),
        Mistake("std-squared", wrong.std_squared, "multiply by std, not by std ** 2."),
        Mistake("std-ignored", wrong.std_ignored, "multiply the standard normal draws by std."),
        Mistake(
            "uniform-draws", wrong.uniform_draws, "torch.rand is uniform; torch.randn is normal."
        ),
        Mistake("shifted-mean", wrong.shifted_mean, "the mean is 0, so add nothing."),
        Mistake("transposed", wrong.transposed, "the shape is (n_in, n_out), in this order."),
        Mistake(
            "generator-ignored",
            wrong.generator_ignored,
            "hand the generator on: torch.randn(..., generator=generator).",
        ),
        Mistake(
            "reseeded",
            wrong.reseeded,
            "seed nothing in the function: a second call goes on where the first one stopped.",
        ),
    ],
)

exercises = [normal]
