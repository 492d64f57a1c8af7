"""The drive of dropout layers: calls in training and at test time, to be judged by statistics."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor

from autograder.data.inputs import Inputs
from autograder.data.outcomes import Outputs
from autograder.drives.drive import Drive
from autograder.drives.fitting import fitting

if TYPE_CHECKING:
    from autograder.drives.draw import Draw

TRAINED, TESTED = "forward(x, True, generator)", "forward(x, False, generator)"


def _inputs(
    draw: Draw,
    *,
    p: float,
    shape: Sequence[int],
    dtype: str = "float32",
    backward: bool = False,
) -> Inputs:
    """A case that puts entries of `shape` through a layer `obj(p)`.

    Entries have either sign and are never 0, so that a 0 that comes out was made by the layer. They
    are whole 64ths: what counts is their fate, not their digits.

    Args:
        draw: where the numbers come from. The generator's seed has nothing to do with the case's
            key: it is sent in clear to code that may remember it.
        p: the layer's only argument.
        shape: of `x`.
        dtype: "float32" or "float64".
        backward: whether `backward` is called, too.
    """
    names = ("x", "grad") if backward else ("x",)
    tensors = {
        name: (draw.signed(shape, 16, 64).round() / 64).to(getattr(torch, dtype)) for name in names
    }
    return Inputs({"p": p, "seed": draw.integer(0, 2**31)}, tensors)


def _run(obj: Any, inputs: Inputs) -> Outputs:
    """Two calls in training, backward after them, a call at test time, and two other objects.

    `other` is the output of a new object to which the same generator is handed on, `again` that of
    a new object with the seed anew.
    """
    p, seed, x = inputs.settings["p"], inputs.settings["seed"], inputs.tensors["x"]
    generator = torch.Generator(x.device).manual_seed(seed)
    layer = obj(p)
    given, outputs = x.clone(), {}
    outputs["first"] = fitting(TRAINED, layer.forward(given, True, generator), x).clone()
    outputs["x trained"] = given
    outputs["second"] = fitting(TRAINED, layer.forward(x.clone(), True, generator), x).clone()
    if "grad" in inputs.tensors:
        outputs |= _backward(layer, inputs.tensors["grad"])
    given = x.clone()
    outputs["test"] = fitting(TESTED, layer.forward(given, False, generator), x).clone()
    outputs["x tested"] = given
    for name in ("other", "again"):
        if name == "again":
            generator.manual_seed(seed)
        outputs[name] = fitting(TRAINED, obj(p).forward(x.clone(), True, generator), x).clone()
    return outputs


def _backward(layer: Any, grad: Tensor) -> Outputs:
    given = grad.clone()
    gradient = fitting("backward(grad)", layer.backward(given), grad).clone()
    return {"gradient": gradient, "grad afterwards": given}


dropout_calls = Drive("dropout_calls", _inputs, _run)
