"""Comparing outputs with expected values: shape, dtype, finite, value, in this order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor

from autograder.drive import Outputs
from autograder.tolerance import Tolerance
from autograder.verdict import Finding, Kind

_NAMES = 1000
"""Characters of the names that are said."""


@dataclass(frozen=True)
class Values:
    """What a case's outputs have to be, entry by entry.

    Args:
        tensors: expected values by the output's name, float64 on the CPU.
        dtypes: the dtype in which each output has to come back, such as "float32".
        tolerances: how far each output's entries may be off.
        axes: what the first axis counts ("step"), or "".
    """

    tensors: Mapping[str, Tensor]
    dtypes: Mapping[str, str]
    tolerances: Mapping[str, Tolerance]
    axes: str = ""

    def judge(self, outputs: Outputs) -> Finding | None:
        """The first reason why `outputs` are not these values; None where they are.

        Example:
            >>> one = torch.ones(1, dtype=torch.float64)
            >>> wanted = Values({"w": one}, {"w": "float64"}, {"w": Tolerance(0.0, 1e-9)})
            >>> wanted.judge({"w": one + 1}).message
            'w[0] differs from the reference.'
            >>> wanted.judge({"w": one}) is None
            True
        """
        shapes = {name: tuple(tensor.shape) for name, tensor in self.tensors.items()}
        return (
            structure(outputs, shapes, self.dtypes) or self._finite(outputs) or self._value(outputs)
        )

    def reproduced_by(self, outputs: Outputs) -> bool:
        """Whether `outputs` are these values; NaN equals NaN and infinity infinity here."""
        return self.tensors.keys() == outputs.keys() and all(
            outputs[name].shape == expected.shape
            and bool(_close(outputs[name], expected, self.tolerances[name], nan_equal=True).all())
            for name, expected in self.tensors.items()
        )

    def _finite(self, outputs: Outputs) -> Finding | None:
        return self._first(
            {name: torch.isfinite(outputs[name]) for name in self.tensors},
            outputs,
            Kind.NOT_FINITE,
            "is not a finite number.",
        )

    def _value(self, outputs: Outputs) -> Finding | None:
        return self._first(
            {
                name: _close(outputs[name], expected, self.tolerances[name])
                for name, expected in self.tensors.items()
            },
            outputs,
            Kind.VALUE,
            "differs from the reference.",
        )

    def _first(
        self, fine: Mapping[str, Tensor], outputs: Outputs, kind: Kind, message: str
    ) -> Finding | None:
        """A finding at the first entry that is not fine: the earliest step over all outputs."""
        places = [
            (tuple(int(i) for i in torch.nonzero(~mask)[0]), name)
            for name, mask in fine.items()
            if not bool(mask.all())
        ]
        if not places:
            return None
        index, name = min(places, key=lambda place: place[0][:1]) if self.axes else places[0]
        got, expected = outputs[name][index].item(), self.tensors[name][index].item()
        tolerance = self.tolerances[name]
        allowed = tolerance.atol + tolerance.rtol * abs(expected)
        digits = 7 if f"{got:.7g}" != f"{expected:.7g}" else 17
        detail = (
            f"It is {got:.{digits}g}, expected {expected:.{digits}g}: "
            f"off by {abs(got - expected):.2g}, where {allowed:.2g} is tolerated."
        )
        return Finding(kind, f"{self._place(name, index)} {message}", detail)

    def _place(self, name: str, index: tuple[int, ...]) -> str:
        lead, rest = "", index
        if self.axes:
            lead, rest = f"At {self.axes} {index[0] + 1}, ", index[1:]
        return f"{lead}{name}{list(rest)}" if rest else f"{lead}{name}"


def structure(
    outputs: Outputs, shapes: Mapping[str, tuple[int, ...]], dtypes: Mapping[str, str]
) -> Finding | None:
    """The first reason why `outputs` don't have these names, shapes and dtypes, or None."""
    if outputs.keys() != shapes.keys():
        # Their names are of the student's side, which could write a hidden input there.
        return Finding(
            Kind.WRONG_KIND,
            "The outputs are not those that were asked for.",
            f"They are {_names(outputs)}; expected {_names(shapes)}.",
        )
    for name, shape in shapes.items():
        got = tuple(outputs[name].shape)
        if got != shape:
            return Finding(Kind.SHAPE, f"{name} has the wrong shape.", f"{got}, expected {shape}.")
    for name, dtype in dtypes.items():
        kind = str(outputs[name].dtype).removeprefix("torch.")
        if kind != dtype:
            return Finding(Kind.DTYPE, f"{name} is {kind}; expected {dtype}.")
    return None


def _close(
    got: Tensor, expected: Tensor, tolerance: Tolerance, *, nan_equal: bool = False
) -> Tensor:
    # Written so that NaN is never close by itself: a comparison with NaN is False.
    wide = got.to(torch.float64)
    close = (wide - expected).abs() <= tolerance.atol + tolerance.rtol * expected.abs()
    if nan_equal:
        close |= (wide == expected) | (wide.isnan() & expected.isnan())
    return close


def _names(tensors: Mapping[str, object]) -> str:
    return ", ".join(sorted(tensors))[:_NAMES] or "none"
