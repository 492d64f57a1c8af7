"""The drive of dropout layers: calls in training and at test time, to be judged by statistics."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor

from autograder.data.inputs import Inputs
from autograder.data.outcomes import Outputs
from autograder.data.sentence import Sentence
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
    outputs["first"] = _like(
        x, layer.forward(given, True, generator), "forward(x, True, generator)"
    )
    outputs["x trained"] = given
    outputs["second"] = _like(
        x, layer.forward(x.clone(), True, generator), "forward(x, True, generator)"
    )
    if "grad" in inputs.tensors:
        outputs |= _backward(layer, inputs.tensors["grad"])
    given = x.clone()
    outputs["test"] = _like(
        x, layer.forward(given, False, generator), "forward(x, False, generator)"
    )
    outputs["x tested"] = given
    for name in ("other", "again"):
        if name == "again":
            generator.manual_seed(seed)
        outputs[name] = _like(
            x, obj(p).forward(x.clone(), True, generator), "forward(x, True, generator)"
        )
    return outputs


def _backward(layer: Any, grad: Tensor) -> Outputs:
    given = grad.clone()
    gradient = _like(grad, layer.backward(given), "backward(grad)")
    return {"gradient": gradient, "grad afterwards": given}


def _like(x: Tensor, value: Any, code: str) -> Tensor:
    """`value`, which `code` gave, if it has x's shape and dtype."""
    if not isinstance(value, Tensor):
        said = Sentence("call-no-tensor", code=code, type=type(value).__name__)
        raise UnfitOutput("wrong kind", said)
    if value.shape != x.shape:
        got, wanted = str(tuple(value.shape)), str(tuple(x.shape))
        raise UnfitOutput("shape", Sentence("call-shape", code=code, got=got, wanted=wanted))
    if value.dtype != x.dtype:
        said = Sentence("call-dtype", code=code, got=str(value.dtype), wanted=str(x.dtype))
        raise UnfitOutput("dtype", said)
    return value.detach().clone()


dropout_calls = Drive("dropout_calls", _inputs, _run)
