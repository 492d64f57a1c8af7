"""The drives of initializers: weights that are drawn, three times, and weights that are fixed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch

from autograder.data.inputs import Inputs
from autograder.data.outcomes import Outputs
from autograder.drives.drive import Drive
from autograder.drives.fitting import tensor_of

if TYPE_CHECKING:
    from autograder.drives.draw import Draw


def _drawn_inputs(draw: Draw, *, n_in: int, n_out: int, **hyper: Any) -> Inputs:
    """A case that draws weights for a layer from `n_in` to `n_out` units.

    The generator's seed has nothing to do with the case's key: it is sent in clear to code that
    may remember it.
    """
    seed = draw.integer(0, 2**31)
    return Inputs({"arguments": {"n_in": n_in, "n_out": n_out, **hyper}, "seed": seed}, {})


def _run_drawn(obj: Any, inputs: Inputs) -> Outputs:
    """`weights`; `next`, from the same generator afterwards; `again`, from the seed anew."""
    arguments, seed = inputs.settings["arguments"], inputs.settings["seed"]
    # The CPU's, for code on a GPU too: there is no input whose device it could have.
    generator = torch.Generator().manual_seed(seed)
    weights = tensor_of(obj(**arguments, generator=generator)).clone()
    following = tensor_of(obj(**arguments, generator=generator)).clone()
    again = tensor_of(obj(**arguments, generator=torch.Generator().manual_seed(seed))).clone()
    return {"weights": weights, "next": following, "again": again}


def _fixed_inputs(_: Draw, *, n_in: int, n_out: int) -> Inputs:
    """A case that asks for the weights of a layer from `n_in` to `n_out` units."""
    return Inputs({"arguments": {"n_in": n_in, "n_out": n_out}}, {})


def _run_fixed(obj: Any, inputs: Inputs) -> Outputs:
    """`weights`, of a single call without a generator."""
    return {"weights": tensor_of(obj(**inputs.settings["arguments"])).clone()}


weight_draws = Drive("weight_draws", _drawn_inputs, _run_drawn)
fixed_weights = Drive("fixed_weights", _fixed_inputs, _run_fixed)
