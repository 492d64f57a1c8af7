"""The drive of functions from a batch to a batch of the same shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from autograder.data.inputs import Inputs
from autograder.data.outcomes import Outputs
from autograder.drives.batches import batches
from autograder.drives.drive import Drive
from autograder.drives.fitting import tensor_of

if TYPE_CHECKING:
    from autograder.drives.draw import Draw


def _inputs(
    draw: Draw,
    *,
    rows: int,
    columns: int,
    watch: bool = False,
    **spread: Any,
) -> Inputs:
    """A case of one call, on a batch as `batches` makes it.

    Args:
        draw: where the numbers come from.
        rows: how many samples.
        columns: how many features.
        watch: whether the batch comes back too, as it is after the call.
        spread: `scale`, `offset`, `constant` and `dtype` of `batches`.
    """
    (x,) = batches(draw, (1, rows, columns), **spread)
    return Inputs({"watch": watch}, {"x": x})


def _run(obj: Any, inputs: Inputs) -> Outputs:
    """`result`, and `x afterwards` where the case watches it."""
    x = inputs.tensors["x"].clone()
    outputs = {"result": tensor_of(obj(x)).clone()}
    if inputs.settings["watch"]:
        outputs["x afterwards"] = x
    return outputs


batch_calls = Drive("batch_calls", _inputs, _run)
