"""Several cases sent as one request: a request for each would cost a switch between processes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from torch import Tensor

from autograder.data.inputs import Inputs
from autograder.sealed.wire import frames


@dataclass(frozen=True)
class Batch:
    """The inputs of several cases, packed once for all submissions.

    Args:
        settings: of each case.
        body: the tensors of all of them, for the wire.
    """

    settings: Sequence[Mapping[str, Any]]
    body: bytes


def pack(cases: Sequence[Inputs]) -> Batch:
    """The cases as they are sent.

    Raises:
        SealError: where a tensor is not carried.
    """
    tensors = {
        f"{number}/{name}": tensor
        for number, inputs in enumerate(cases)
        for name, tensor in inputs.tensors.items()
    }
    return Batch([dict(inputs.settings) for inputs in cases], frames.pack(tensors))


def unpack(
    settings: Sequence[Mapping[str, Any]], tensors: Mapping[str, Tensor], device: str
) -> Iterator[Inputs]:
    """The cases as they were packed, each moved to `device` when it is its turn."""
    for number, case_settings in enumerate(settings):
        prefix = f"{number}/"
        moved = {
            name.removeprefix(prefix): tensor.to(device)
            for name, tensor in tensors.items()
            if name.startswith(prefix)
        }
        yield Inputs(case_settings, moved)
