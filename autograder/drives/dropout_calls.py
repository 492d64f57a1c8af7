"""The drive of dropout layers: calls in training and at test time, to be judged by statistics."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor

from autograder.data.inputs import Inputs
from autograder.data.outcomes import Outputs
from autograder.drives.drive import Drive, UnfitOutput

if TYPE_CHECKING:
    from autograder.drives.draw import Draw


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
    outputs["first"] = _like(x, layer.forward(given, True, generator), "forward in training")
    outputs["x trained"] = given
    outputs["second"] = _like(
        x, layer.forward(x.clone(), True, generator), "forward in training, called again,"
    )
    if "grad" in inputs.tensors:
        outputs |= _backward(layer, inputs.tensors["grad"])
    given = x.clone()
    outputs["test"] = _like(x, layer.forward(given, False, generator), "forward at test time")
    outputs["x tested"] = given
    for name in ("other", "again"):
        if name == "again":
            generator.manual_seed(seed)
        outputs[name] = _like(
            x, obj(p).forward(x.clone(), True, generator), "forward of a new object"
        )
    return outputs


def _backward(layer: Any, grad: Tensor) -> Outputs:
    given = grad.clone()
    gradient = _like(grad, layer.backward(given), "backward")
    return {"gradient": gradient, "grad afterwards": given}


def _like(x: Tensor, value: Any, what: str) -> Tensor:
    if not isinstance(value, Tensor):
        kind = type(value).__name__
        raise UnfitOutput("wrong kind", f"{what} gave a {kind}; return a torch.Tensor.")
    if value.shape != x.shape:
        shapes = f"{tuple(value.shape)} for {tuple(x.shape)}"
        raise UnfitOutput("shape", f"{what} gave the shape {shapes}; keep it.")
    if value.dtype != x.dtype:
        raise UnfitOutput("dtype", f"{what} gave {value.dtype} for {x.dtype}; keep the dtype.")
    return value.detach().clone()


dropout_calls = Drive("dropout_calls", _inputs, _run)
