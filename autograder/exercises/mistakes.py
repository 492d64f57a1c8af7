"""Mistakes that are written once: a variant of the solution whose docstring says what is wrong."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from types import FunctionType, ModuleType
from typing import Any, TypeVar, overload

from autograder.errors import AuthorError
from autograder.exercises.exercise import Mistake
from autograder.exercises.names import with_dashes
from autograder.words.said import said

V = TypeVar("V", bound=Callable[..., Any])

# With two underscores, since what is called so is not taken for a part of what a class does.
_MARK = "__mistake__"


@overload
def mistake(variant: V, /) -> V: ...


@overload
def mistake(*, valid_elsewhere: bool = False) -> Callable[[V], V]: ...


def mistake(variant: Any = None, /, *, valid_elsewhere: bool = False) -> Any:
    """Makes a variant of the solution a known mistake; stands above a class or a function.

    Its docstring is the correction that a student reads; above it, with a blank line between, there
    may be a question that points at the mistake. The mistake's name is made from the variant's.
    `mistakes_in` finds what stands in a module; where one variant is made for several solutions or
    with a number in its words, and for laws, write `Mistake(...)`.

    Args:
        variant: the class or function; it is given back as it is.
        valid_elsewhere: whether this is a form that other books or libraries use.

    Raises:
        AuthorError: for a variant without a docstring, or with one of another form; for one that is
            made in a function, where nothing finds it; and for what is neither class nor function.

    Example:
        >>> @mistake
        ... def t_ignored(eta0: float, t: int, n: int) -> float:
        ...     '''Which rates does this give, one after the other?
        ...
        ...     The exponent is -t / n, not -1 / n.
        ...     '''
        ...     return eta0 * 10 ** (-1 / n)
        >>> t_ignored(100, 5, 1)
        10.0
    """
    if variant is None:
        return lambda marked: _mark(marked, valid_elsewhere)
    return _mark(variant, valid_elsewhere)


def mistakes_in(module: ModuleType) -> list[Mistake]:
    """What `@mistake` stands above in a module, in this order.

    What the module imports is not its own, and a class is no mistake for being made from one.

    Args:
        module: one of the assignment's, as in `from .mistakes import sgd as wrong_sgd`.

    Raises:
        AuthorError: where there is none.
    """
    marked = [(name, value, getattr(value, _MARK, None)) for name, value in vars(module).items()]
    found = [
        mark
        for name, value, mark in marked
        if isinstance(mark, Mistake)
        and mark.variant is value  # else the mark is a base class's
        and (value.__module__, value.__name__) == (module.__name__, name)
    ]
    if not found:
        raise AuthorError(
            said(
                "{file} has no mistakes: write @mistake above each wrong variant, with "
                "`from autograder import mistake`.",
                file=module.__file__,
            )
        )
    return found


def _mark(variant: Any, valid_elsewhere: bool) -> Any:
    if not isinstance(variant, type | FunctionType):
        raise AuthorError(
            said(
                "@mistake stands above a class or a function, not above {variant}: write "
                "it without arguments, or as @mistake(valid_elsewhere=True).",
                variant=repr(variant),
            )
        )
    if "<locals>" in variant.__qualname__:
        raise AuthorError(
            said(
                "@mistake stands above {type}, which is made in a function: move it out "
                "of there, or make a Mistake(...) of it.",
                type=variant.__name__,
            )
        )
    question, hint = _said(variant)
    made = Mistake(with_dashes(variant.__name__), variant, hint, valid_elsewhere, question)
    setattr(variant, _MARK, made)
    return variant


def _said(variant: Any) -> tuple[str, str]:
    """The question and the correction of a docstring, each in one line."""
    text = inspect.cleandoc(variant.__doc__ or "")
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text)]
    if not paragraphs[0]:
        raise AuthorError(
            said(
                "mistake {type} has no docstring: write the sentence that a student reads.",
                type=variant.__name__,
            )
        )
    if len(paragraphs) == 1:
        return "", paragraphs[0]
    question, *corrections = paragraphs
    if len(corrections) > 1 or "?" not in question:
        raise AuthorError(
            said(
                "mistake {type}: its docstring is the correction alone, or a question "
                "that points at the mistake (with a '?'), a blank line, and the "
                "correction.",
                type=variant.__name__,
            )
        )
    return question, corrections[0]
