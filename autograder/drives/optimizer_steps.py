"""The drive of optimizers: a recorded sequence of gradients, fed to `update`.

Gradients are inputs, never computed at the student's own w: in a closed loop float32 forms that
are all legitimate part by 0.1 within 100 steps on a saddle.
"""

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
    steps: int,
    shapes: Sequence[Sequence[int]] = ((3, 2),),
    scale: float = 1.0,
    start: float = 0.0,
    dtype: str = "float32",
    pattern: str = "random",
    rates: Sequence[float] = (),
    objects: int = 1,
    watch_grads: bool = False,
    **hyper: float,
) -> Inputs:
    """A case of `steps` calls of `update`.

    Args:
        draw: where the numbers come from.
        steps: how often `update` is called.
        shapes: one parameter for each, named w0, w1, ...
        scale: the size of the gradients: each is between scale / 4 and scale, of either sign.
        start: the size of the parameters before the first step; 0 shows differences best.
        dtype: "float32" or "float64".
        pattern: "random"; "spike" (one gradient, then zeros); "sparse" (each second row is zero).
        rates: `lr` before each step, where the caller changes it; empty: it stays.
        objects: how many optimizers take turns, each with parameters of its own.
        watch_grads: whether the gradients come back too, as they are after each call.
        hyper: the optimizer's hyper-parameters, by name.
    """
    tensors: dict[str, Tensor] = {}
    names = [f"w{i}" for i in range(len(shapes))]
    for owner in range(objects):
        for name, shape in zip(names, shapes, strict=True):
            first = draw.signed(shape, start / 4, start) if start else torch.zeros(tuple(shape))
            grads = draw.signed((steps, *shape), scale / 4, scale)
            tensors[f"start/{owner}/{name}"] = first.to(getattr(torch, dtype))
            tensors[f"grads/{owner}/{name}"] = _shaped(grads, pattern).to(getattr(torch, dtype))
    settings: dict[str, Any] = {
        "hyper": dict(hyper),
        "steps": steps,
        "names": names,
        "rates": list(rates),
        "objects": objects,
        "watch_grads": watch_grads,
    }
    return Inputs(settings, tensors)


def _shaped(grads: Tensor, pattern: str) -> Tensor:
    if pattern == "spike":
        grads[1:] = 0
    elif pattern == "sparse":
        grads[:, ::2] = 0
    return grads


def _run(obj: Any, inputs: Inputs) -> Outputs:
    """Calls `update` on parameters and gradients, and records them after each call."""
    settings, tensors = inputs.settings, inputs.tensors
    owners = range(settings["objects"])
    optimizers = [obj(**settings["hyper"]) for _ in owners]
    params = [
        {name: tensors[f"start/{owner}/{name}"].clone() for name in settings["names"]}
        for owner in owners
    ]
    trace: dict[str, list[Tensor]] = {}
    for step in range(settings["steps"]):
        for owner, optimizer in enumerate(optimizers):
            if settings["rates"]:
                optimizer.lr = settings["rates"][step]
            grads = {
                name: tensors[f"grads/{owner}/{name}"][step].clone() for name in settings["names"]
            }
            optimizer.update(params[owner], grads)
            whose = "" if len(owners) == 1 else f"optimizers[{owner}]."
            for name in settings["names"]:
                like = tensors[f"start/{owner}/{name}"]
                value = _snapshot(params[owner], f"params[{name!r}]", name, like, step)
                trace.setdefault(f"{whose}{name}", []).append(value)
                if settings["watch_grads"]:
                    value = _snapshot(grads, f"grads[{name!r}]", name, like, step)
                    trace.setdefault(f"{whose}grads[{name!r}]", []).append(value)
    return {label: torch.stack(values) for label, values in trace.items()}


def _snapshot(watched: dict[str, Any], what: str, name: str, like: Tensor, step: int) -> Tensor:
    def complaint(template: str, **parts: str) -> Sentence:
        return Sentence(template, step=step + 1, entry=what, **parts)

    if name not in watched:
        raise UnfitOutput("wrong kind", complaint("step-entry-gone"))
    value = watched[name]
    if not isinstance(value, Tensor):
        raise UnfitOutput("wrong kind", complaint("step-no-tensor", type=type(value).__name__))
    if value.shape != like.shape:
        got, wanted = str(tuple(value.shape)), str(tuple(like.shape))
        raise UnfitOutput("shape", complaint("step-shape", got=got, wanted=wanted))
    if value.dtype != like.dtype:
        got, wanted = str(value.dtype), str(like.dtype)
        raise UnfitOutput("dtype", complaint("step-dtype", got=got, wanted=wanted))
    return value.detach().clone()


optimizer_steps = Drive("optimizer_steps", _inputs, _run, axes="step")
