"""A drive: how a submission's object is exercised, from inputs to outputs.

`Drive.run` is public code: it runs where the student's code runs, in the sealed process and in the
student's own notebook. `Drive.inputs` is called by the grader alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from autograder.data.inputs import Inputs
from autograder.data.outcomes import Outputs
from autograder.data.sentence import AUTHOR, Sentence


@dataclass(frozen=True)
class Drive:
    """A named pair of functions.

    Args:
        name: the name under which the module that defines it holds it.
        inputs: `inputs(draw, **case)` makes the `Inputs` of a case from its arguments and a
            `autograder.drives.draw.Draw`.
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
        kind: one of "wrong kind", "shape", "dtype" (values of `autograder.results.kinds.Kind`).
        said: with what came and what was wanted: a sentence in the course's language, or one that
            has a template of the package.
    """

    def __init__(self, kind: str, said: str | Sentence) -> None:
        super().__init__(said)
        self.kind = kind
        self.said = said if isinstance(said, Sentence) else Sentence(AUTHOR, sentence=said)
