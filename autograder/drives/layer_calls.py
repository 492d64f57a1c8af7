"""The drive of layers that behave differently in training: a recorded sequence of batches.

A layer is a class with `forward(x, training)`, with attributes that hold a number for each feature,
and perhaps with `backward(grad_out)`, which gives a dictionary of gradients. Batches and gradients
are inputs; nothing that the student computes is fed back.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor

from autograder.data.inputs import Inputs
from autograder.data.outcomes import Outputs
from autograder.data.sentence import Sentence
from autograder.drives.batches import batches
from autograder.drives.drive import Drive, UnfitOutput
from autograder.drives.fitting import fitting

if TYPE_CHECKING:
    from autograder.drives.draw import Draw

TRAINING = "training"
FORWARD, BACKWARD = "forward(x, training)", "backward(grad_out)"
FAR_APART: Mapping[str, Any] = MappingProxyType({"scale": 1.0, "offset": 2.0})


def _inputs(
    draw: Draw,
    *,
    num_features: int,
    rows: int,
    modes: Sequence[str] = (TRAINING,),
    attributes: Mapping[str, tuple[float, float]],
    assign: bool = True,
    gradients: Sequence[str] = (),
    raises: Sequence[str] = (),
    watch: bool = False,
    spread: Mapping[str, Any] = FAR_APART,
    dtype: str = "float32",
    **hyper: Any,
) -> Inputs:
    """A case with one batch for each of `modes`.

    Args:
        draw: where the numbers come from.
        num_features: how many columns; handed to the constructor too.
        rows: how many samples in each batch.
        modes: of each forward call, "training" or "eval".
        attributes: the layer's, by name, each with the bounds from which its numbers are drawn.
        assign: whether drawn attributes are assigned before the first call, or its own are kept.
        gradients: what `backward` gives, "x" and names of attributes. Where there are any, it is
            called after each forward, and what comes back is gradients alone.
        raises: a method and the builtin exception that its first call has to raise.
        watch: whether the layer's inputs come back too, as they are after each call.
        spread: `scale`, `offset` and `constant` of `batches`.
        dtype: "float32" or "float64".
        hyper: the constructor's other arguments, by name.
    """
    shape = (len(modes), rows, num_features)
    tensors = {"x": batches(draw, shape, dtype=dtype, **spread)}
    if gradients:
        tensors["grad_out"] = draw.signed(shape, 0.25, 1.0).to(tensors["x"])
    for name, bounds in attributes.items() if assign else ():
        tensors[f"assign/{name}"] = draw.uniform((num_features,), *bounds).to(tensors["x"])
    settings = {
        "hyper": {"num_features": num_features, **hyper},
        "modes": list(modes),
        "attributes": list(attributes),
        "gradients": list(gradients),
        "raises": list(raises),
        "watch": watch,
    }
    return Inputs(settings, tensors)


def _run(obj: Any, inputs: Inputs) -> Outputs:
    """What each call gives, and each attribute after it; or what the one call raises."""
    settings, tensors = inputs.settings, inputs.tensors
    layer = obj(**settings["hyper"])
    for name in settings["attributes"]:
        assign(layer, name, tensors.get(f"assign/{name}"), tensors["x"])
    if settings["raises"]:
        method, kind = settings["raises"]
        calls = {
            "forward": lambda: layer.forward(tensors["x"][0].clone(), True),
            "backward": lambda: layer.backward(tensors["grad_out"][0].clone()),
        }
        return {"what it raises": tensors["x"].new_tensor([_raised(calls[method], kind)])}
    step = _backward if settings["gradients"] else _forward
    trace: dict[str, list[Tensor]] = {}
    for call in range(len(settings["modes"])):
        for name, value in step(layer, inputs, call).items():
            trace.setdefault(name, []).append(value.clone())
    return {name: torch.stack(values) for name, values in trace.items()}


def _forward(layer: Any, inputs: Inputs, call: int) -> Outputs:
    settings, x = inputs.settings, inputs.tensors["x"][call].clone()
    y = layer.forward(x, settings["modes"][call] == TRAINING)
    outputs = {"output": fitting(FORWARD, y, x)}
    for name in settings["attributes"]:
        outputs[name] = _attribute(layer, name, x)
    if settings["watch"]:
        outputs["x afterwards"] = x
    return outputs


def _backward(layer: Any, inputs: Inputs, call: int) -> Outputs:
    settings, x = inputs.settings, inputs.tensors["x"][call].clone()
    grad_out = inputs.tensors["grad_out"][call].clone()
    layer.forward(x, settings["modes"][call] == TRAINING)
    grads = layer.backward(grad_out)
    outputs = {
        f"grads[{name!r}]": fitting(
            f"{BACKWARD}[{name!r}]", _entry(grads, name), x if name == "x" else x[0]
        )
        for name in settings["gradients"]
    }
    if settings["watch"]:
        outputs |= {"grad_out afterwards": grad_out, "x afterwards": x}
    return outputs


def _entry(grads: Any, name: str) -> Any:
    if not isinstance(grads, dict):
        said = Sentence("no-dict", code=BACKWARD, type=type(grads).__name__)
        raise UnfitOutput("wrong kind", said)
    if not grads:
        raise UnfitOutput(
            "wrong kind", Sentence("entries-missing", code=BACKWARD, wanted=repr(name))
        )
    if name not in grads:
        given = ", ".join(map(repr, grads))
        said = Sentence("entry-missing", code=BACKWARD, given=given, wanted=repr(name))
        raise UnfitOutput("wrong kind", said)
    return grads[name]


def _raised(call: Callable[[], Any], kind: str) -> float:
    """1 for an exception of this kind, -1 for another one, 0 for none."""
    try:
        call()
    except NotImplementedError:  # a RuntimeError too, but no answer
        raise
    except Exception as error:
        return 1.0 if isinstance(error, getattr(builtins, kind)) else -1.0
    return 0.0


def assign(layer: Any, name: str, value: Tensor | None, like: Tensor) -> None:
    """Puts `value` in the attribute's place; without one, its own, in `like`'s dtype and place.

    Left in float32, the layer's own would spoil a run in float64 from the eighth digit on.
    """
    own = getattr(layer, name)
    if value is None:
        if not isinstance(own, Tensor):
            return
        value = own.detach().to(like)
    if isinstance(own, torch.nn.Parameter):  # a module takes no tensor in its place
        own.data = value.clone()
    else:
        setattr(layer, name, value.clone())


def _attribute(layer: Any, name: str, x: Tensor) -> Tensor:
    """An attribute as a tensor; its dtype is its owner's, for an array has NumPy's own."""
    value = torch.as_tensor(getattr(layer, name), dtype=x.dtype, device=x.device)
    return fitting(f"self.{name}", value, x[0])


layer_calls = Drive("layer_calls", _inputs, _run, axes="call")
