"""One attempt of a student's object at one case, wherever the object lives.

Shared by the sealed process and by the student's own `check`, so that both say the same. Whatever
the object does, there is an answer: outputs or a failure.
"""

from __future__ import annotations

import builtins
import linecache
import random
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import Any

import numpy as np
import torch
from IPython import get_ipython
from torch import Tensor

from autograder.data.dtypes import DTYPES
from autograder.data.inputs import Inputs
from autograder.data.outcomes import Failure, Outputs
from autograder.data.sentence import AUTHOR, Sentence, own_words
from autograder.drives.drive import Drive, UnfitOutput
from autograder.running.caps import MAX_NAME, MESSAGE_LENGTH, WHERE_LENGTH, capped

SEED = 1
"""The public seed of torch, NumPy and random, so that an attempt repeats."""

_FRAMES = 8
_LINE_LENGTH = 200


def attempt(
    namespace: Mapping[str, object], name: str, drive: Drive, inputs: Inputs
) -> Outputs | Failure:
    """Puts the object that `namespace` holds under `name` through `inputs`.

    Args:
        namespace: what the student's cells have defined; their frames are known by it.
        name: what the student had to define.
        drive: how the object is exercised.
        inputs: on the device where it is to run.

    All generators have the public seed afterwards; see `own_draws_kept`.

    Returns:
        Plain tensors on the CPU, or why there are none. A KeyboardInterrupt passes through: it is
        the student's own, who wants it to stop.

    >>> double = Drive("double", Inputs, lambda obj, inputs: {"y": obj(inputs.tensors["x"])})
    >>> two = Inputs({}, {"x": torch.tensor([2.0])})
    >>> attempt({"twice": lambda x: 2 * x}, "twice", double, two)
    {'y': tensor([4.])}
    >>> attempt({}, "twice", double, two).kind
    'undefined'
    """
    if name not in namespace:
        return Failure("undefined", Sentence("not-defined", object=name))
    try:
        if not callable(namespace[name]):
            said = Sentence("not-callable", object=name, type=type(namespace[name]).__name__)
            raise UnfitOutput("wrong kind", said)
        seed_all()
        return _plain(drive.run(namespace[name], inputs))
    except KeyboardInterrupt:
        raise
    except UnfitOutput as error:
        return Failure(error.kind, _complaint(error))
    except NotImplementedError as error:
        return _failure("unsolved", error, namespace)
    # SystemExit and the like too: a student's exit() ends an attempt, not the process.
    except BaseException as error:
        return _failure("raised", error, namespace)


@contextmanager
def own_draws_kept() -> Iterator[None]:
    """Gives the student's own draws back after attempts, which seed all generators."""
    own, own_numpy = random.getstate(), np.random.get_state()
    with torch.random.fork_rng(devices=[]):
        try:
            yield
        finally:
            random.setstate(own)
            np.random.set_state(own_numpy)


def seed_all() -> None:
    """Gives all generators the public seed."""
    torch.default_generator.manual_seed(SEED)
    # torch.manual_seed would remember this for every device that is not in use, at ten times the
    # cost of all else here.
    if torch.cuda.is_initialized():  # type: ignore[no-untyped-call]
        torch.cuda.manual_seed_all(SEED)
    np.random.seed(SEED)
    random.seed(SEED)


def _plain(outputs: Any) -> Outputs:
    """`outputs` as detached, contiguous tensors on the CPU."""
    if not isinstance(outputs, dict):
        raise UnfitOutput("wrong kind", Sentence("no-tensors"))
    plain = {}
    for name, value in outputs.items():
        if not isinstance(name, str) or len(name) > MAX_NAME or not isinstance(value, Tensor):
            raise UnfitOutput("wrong kind", Sentence("no-tensors"))
        if value.layout is not torch.strided or value.device.type == "meta":
            raise UnfitOutput("wrong kind", Sentence("no-values", entry=name))
        if value.dtype not in DTYPES.values():
            raise UnfitOutput(
                "dtype", Sentence("dtype-not-carried", entry=name, got=str(value.dtype))
            )
        plain[name] = value.detach().cpu().contiguous()
    return plain


def _failure(kind: str, error: BaseException, namespace: Mapping[str, object]) -> Failure:
    # The exception is asked as little as possible: what it says of itself is the student's code.
    where = _where(sys.exc_info()[2], namespace)
    exception_type = type(error)
    builtin = any(exception_type is value for value in vars(builtins).values())
    exception = exception_type.__name__ if builtin else ""
    return Failure(kind, own_words(_message(error)), where, exception)


def _complaint(error: UnfitOutput) -> Sentence:
    """What a drive says, cut; a student's code may raise the same, with anything in it."""
    try:
        return capped(error.said)
    except KeyboardInterrupt:
        raise
    except BaseException:
        return Sentence(AUTHOR, sentence="")


def _message(error: BaseException) -> str:
    """The exception's text, which is the student's code and may fail or never come to an end."""
    try:
        return str(error)[:MESSAGE_LENGTH]
    except KeyboardInterrupt:
        raise
    except BaseException:
        return ""


def _where(trace: TracebackType | None, namespace: Mapping[str, object]) -> str:
    """The lines of the student's cells that led to the exception, outermost first."""
    lines = [
        _line(frame.f_code.co_filename, number, frame.f_code.co_name)
        for frame, number in traceback.walk_tb(trace)
        if frame.f_globals is namespace
    ]
    if len(lines) > _FRAMES:
        lines[_FRAMES // 2 : -_FRAMES // 2] = ["..."]
    return "\n".join(lines)[:WHERE_LENGTH]


def _line(filename: str, number: int, function: str) -> str:
    shell = get_ipython()
    cell = shell.compile.format_code_name(filename) if shell else None
    place = " ".join(cell) if cell else filename
    inside = "" if function == "<module>" else f", in {function}"
    source = linecache.getline(filename, number).strip()[:_LINE_LENGTH]
    return f"{place}, line {number}{inside}: {source}"
