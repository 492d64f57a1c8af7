"""Comparing outputs with expected values: shape, dtype, finite, value, in this order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import TypeAlias

import torch
from torch import Tensor

from autograder.data.outcomes import Outputs
from autograder.data.sentence import Sentence
from autograder.judging.tolerance import Tolerance
from autograder.results.divergence import Divergence, around
from autograder.results.kinds import Kind
from autograder.results.result import Finding

_NAMES = 1000
"""Characters of the names that are said."""

_Place: TypeAlias = tuple[str, tuple[int, ...]]
"""An output's name, and where in it."""


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
            >>> wanted.judge({"w": one + 1}).said[0].parts
            {'entry': 'w[0]'}
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

    def divergence(self, case: str, outputs: Outputs) -> Divergence | None:
        """Where `outputs` part from these values, to be drawn; None where there is nothing to see.

        Args:
            case: its name; a public one.
            outputs: with the right names and shapes.
        """
        place = self._parting(outputs)
        if place is None or not self.axes:
            return None
        name, index = place
        step, entry = index[0], index[1:]
        got, expected = (
            tensors[name].movedim(0, -1)[entry].tolist() for tensors in (outputs, self.tensors)
        )
        return around(case, _entry(name, entry), self.axes, step, got, expected)

    def _finite(self, outputs: Outputs) -> Finding | None:
        lost = self._earliest({name: torch.isfinite(tensor) for name, tensor in outputs.items()})
        if lost is None:
            return None
        said: tuple[Sentence, ...] = (self._said("not-finite", lost),)
        first = self._parting(outputs) or lost
        if self.axes and first[1][0] < lost[1][0]:
            said = (self._said("differs", first), *said)
        else:
            first = lost
        return Finding(Kind.NOT_FINITE, said, (self._numbers(first, outputs),))

    def _value(self, outputs: Outputs) -> Finding | None:
        place = self._parting(outputs)
        if place is None:
            return None
        said = self._said("differs", place)
        return Finding(Kind.VALUE, (said,), (self._numbers(place, outputs),))

    def _parting(self, outputs: Outputs) -> _Place | None:
        """Where `outputs` first differ from these values."""
        return self._earliest(
            {
                name: _close(tensor, self.tensors[name], self.tolerances[name])
                for name, tensor in outputs.items()
            }
        )

    def _earliest(self, fine: Mapping[str, Tensor]) -> _Place | None:
        """The first entry that is not fine: of the earliest step over all outputs.

        Within a step outputs go by name: neither a bundle nor a reply keeps another order.
        """
        places = [
            (name, tuple(int(i) for i in torch.nonzero(~mask)[0]))
            for name, mask in fine.items()
            if not bool(mask.all())
        ]
        steps = 1 if self.axes else 0
        return min(places, key=lambda place: (place[1][:steps], place[0]), default=None)

    def _numbers(self, place: _Place, outputs: Outputs) -> Sentence:
        name, index = place
        got, expected = outputs[name][index].item(), self.tensors[name][index].item()
        digits = 7 if f"{got:.7g}" != f"{expected:.7g}" else 17
        both = {"got": f"{got:.{digits}g}", "expected": f"{expected:.{digits}g}"}
        if not isfinite(got):
            return Sentence("expected", **both)
        allowed = self.tolerances[name].atol + self.tolerances[name].rtol * abs(expected)
        off = abs(got - expected)
        return Sentence("off-by", **both, off=f"{off:.2g}", allowed=f"{allowed:.2g}")

    def _said(self, template: str, place: _Place) -> Sentence:
        name, index = place
        if not self.axes:
            return Sentence(template, entry=_entry(name, index))
        entry = _entry(name, index[1:])
        return Sentence(f"{template}-at", axis=self.axes, number=index[0] + 1, entry=entry)


def _entry(name: str, index: Sequence[int]) -> str:
    return f"{name}{list(index)}" if index else name


def structure(
    outputs: Outputs, shapes: Mapping[str, tuple[int, ...]], dtypes: Mapping[str, str]
) -> Finding | None:
    """The first reason why `outputs` don't have these names, shapes and dtypes, or None."""
    if outputs.keys() != shapes.keys():
        # Their names are of the student's side, which could write a hidden input there.
        given, expected = _names(outputs), _names(shapes)
        detail = (
            Sentence("outputs-are", got=given, expected=expected)
            if given
            else Sentence("outputs-none", expected=expected)
        )
        return Finding(Kind.WRONG_KIND, (Sentence("other-outputs"),), (detail,))
    for name, shape in shapes.items():
        got = tuple(outputs[name].shape)
        if got != shape:
            detail = Sentence("shape-is", got=str(got), expected=str(shape))
            return Finding(Kind.SHAPE, (Sentence("wrong-shape", entry=name),), (detail,))
    for name, dtype in dtypes.items():
        kind = str(outputs[name].dtype).removeprefix("torch.")
        if kind != dtype:
            said = Sentence("wrong-dtype", entry=name, got=kind, expected=dtype)
            return Finding(Kind.DTYPE, (said,))
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
    return ", ".join(sorted(tensors))[:_NAMES]
