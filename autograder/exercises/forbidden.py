"""What is to be implemented and not taken from a library: dotted names, each looked up."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Sequence

from autograder.errors import AuthorError

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
        raise AuthorError(f"{who}: forbids is {forbids!r}; give a list: forbids=[{forbids!r}].")
    if not isinstance(forbids, Sequence):
        raise AuthorError(f"{who}: forbids is {forbids!r}; give a list of dotted names.")
    for name in forbids:
        try:
            if not _DOTTED.fullmatch(name):
                raise ValueError
            pkgutil.resolve_name(name)
        except (TypeError, ValueError, ImportError, AttributeError) as error:
            raise AuthorError(
                f"{who} forbids {name!r}, which is not there: give the dotted name of a module, "
                "a class or a function, such as 'torch.optim'."
            ) from error
    return tuple(forbids)
