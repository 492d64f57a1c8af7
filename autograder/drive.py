"""A drive: how a submission's object is exercised, from inputs to outputs.

`Drive.run` is public code: it runs where the student's code runs, in the sealed process and in the
student's own notebook. `Drive.inputs` is called by the grader alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from torch import Tensor

Outputs: TypeAlias = dict[str, Tensor]
"""What comes back from a drive: tensors by name. Steps, if there are any, are the first axis."""


@dataclass(frozen=True)
class Inputs:
    """What goes into a drive: settings (JSON values) and tensors, each by name."""

    settings: Mapping[str, Any]
    tensors: Mapping[str, Tensor]


@dataclass(frozen=True)
class Drive:
    """A named pair of functions.

    Args:
        name: the name under which the module that defines it holds it.
        inputs: `inputs(draw, **case)` makes the `Inputs` of a case from its arguments and a
            `autograder.draw.Draw`.
        run: `run(obj, inputs)` puts the student's object through the inputs.
        axes: what the first axis of every output counts ("step"), or "" where it counts nothing.
        precision: the dtype whose tolerance holds, where outputs don't tell: a Python float may
            have been computed in float32. "": that of each output.
    """

    name: str
    inputs: Callable[..., Inputs]
    run: Callable[[Any, Inputs], Outputs]
    axes: str = ""
    precision: str = ""


class UnfitOutput(Exception):
    """Raised by a drive's `run` for an output that can't be carried on: `kind` says in which way.

    Args:
        kind: one of "wrong kind", "shape", "dtype" (values of `autograder.verdict.Kind`).
        message: a sentence with what came and what was wanted.
    """

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


@dataclass(frozen=True)
class Failure:
    """What comes back instead of outputs where the student's code gave none.

    Args:
        kind: a value of `autograder.verdict.Kind`, said by the side that ran the code.
        message: the student's own words (an exception's text); untrusted.
        where: the student's own lines, trimmed; untrusted.
        exception: the name of the exception's class where it is a builtin one, else "".
    """

    kind: str
    message: str
    where: str = ""
    exception: str = ""
