"""What comes back of a case: outputs, or a failure where there are none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from torch import Tensor

from autograder.data.sentence import Sentence

Outputs: TypeAlias = dict[str, Tensor]
"""What comes back from a drive: tensors by name. Steps, if there are any, are the first axis."""


@dataclass(frozen=True)
class Failure:
    """What comes back instead of outputs where the student's code gave none.

    Args:
        kind: a value of `autograder.results.kinds.Kind`, said by the side that ran the code.
        said: why: a drive's complaint, or the student's own words (an exception's text); its parts
            are untrusted.
        where: the student's own lines, trimmed; untrusted.
        exception: the name of the exception's class where it is a builtin one, else "".
    """

    kind: str
    said: Sentence
    where: str = ""
    exception: str = ""
