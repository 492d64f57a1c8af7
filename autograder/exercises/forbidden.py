"""What is to be implemented and not taken from a library: dotted names, each looked up."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Sequence

from autograder.errors import AuthorError
from autograder.words.said import said

_DOTTED = re.compile(r"[A-Za-z0-9_.]+")


def found(who: str, forbids: Sequence[str]) -> tuple[str, ...]:
    """The names, as they are, where each is there.

    >>> found("exercise 'adam'", ["torch.optim"])
    ('torch.optim',)

    Args:
        who: whose they are, for what is said.
        forbids: dotted names of modules, classes and functions.

    Raises:
        AuthorError: for a name that is not there, and for what is no list of names.
    """
    if isinstance(forbids, str):
        raise AuthorError(
            said(
                "{who}: forbids is {forbids}; give a list: forbids=[{forbids}].",
                who=who,
                forbids=repr(forbids),
            )
        )
    if not isinstance(forbids, Sequence):
        raise AuthorError(
            said(
                "{who}: forbids is {forbids}; give a list of dotted names.",
                who=who,
                forbids=repr(forbids),
            )
        )
    for name in forbids:
        try:
            if not _DOTTED.fullmatch(name):
                raise ValueError
            pkgutil.resolve_name(name)
        except (TypeError, ValueError, ImportError, AttributeError) as error:
            raise AuthorError(
                said(
                    "{who} forbids {name}, which is not there: give the dotted name of a "
                    "module, a class or a function, such as 'torch.optim'.",
                    who=who,
                    name=repr(name),
                )
            ) from error
    return tuple(forbids)
