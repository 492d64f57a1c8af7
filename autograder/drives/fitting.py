"""What a student's code gives, looked at before it is carried on: tensors of the form asked."""

from __future__ import annotations

from typing import Any

from torch import Tensor

from autograder.data.sentence import Sentence
from autograder.drives.drive import UnfitOutput


def tensor_of(value: Any) -> Tensor:
    """`value`, if it is a tensor, without its graph.

    Raises:
        UnfitOutput: where it is none.
    """
    if not isinstance(value, Tensor):
        raise UnfitOutput("wrong kind", Sentence("no-tensor", type=type(value).__name__))
    return value.detach()


def fitting(code: str, value: Any, like: Tensor) -> Tensor:
    """`value`, which `code` gave, if it is a tensor like `like`; without its graph.

    Raises:
        UnfitOutput: where it is no tensor, or has another shape or dtype.
    """
    if not isinstance(value, Tensor):
        said = Sentence("value-no-tensor", code=code, type=type(value).__name__)
        raise UnfitOutput("wrong kind", said)
    if value.shape != like.shape:
        got, wanted = str(tuple(value.shape)), str(tuple(like.shape))
        raise UnfitOutput("shape", Sentence("value-shape", code=code, got=got, wanted=wanted))
    if value.dtype != like.dtype:
        got, wanted = str(value.dtype), str(like.dtype)
        raise UnfitOutput("dtype", Sentence("value-dtype", code=code, got=got, wanted=wanted))
    return value.detach()
