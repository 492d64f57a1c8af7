"""What an author writes: exercises, their cases, and the mistakes that are known."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from autograder.data.inputs import Inputs
from autograder.drives.drive import Drive
from autograder.errors import AuthorError
from autograder.exercises.forbidden import found
from autograder.exercises.names import snake_case
from autograder.laws.law import Law
from autograder.words.said import said

_NAME = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True, init=False)
class Case:
    """One set of inputs on a fixed seed.

    Args:
        name: what a student reads in the report; unique in its exercise.
        public: whether the student's own check holds this case.
        weight: how much the case counts in the exercise's score, a whole number from 1.
        slack: how many times the usual tolerance holds, where the inputs themselves amplify
            rounding (numbers near 10,000 that differ by 1 have lost four digits before anything is
            computed), or where a harmless habit is to pass.
        arguments: what the drive's `inputs` gets; the exercise's `defaults` fill the rest.

    Example:
        >>> Case("tiny gradients", steps=5, scale=1e-4, weight=2).arguments
        {'steps': 5, 'scale': 0.0001}
    """

    name: str
    public: bool
    weight: int
    slack: float
    arguments: Mapping[str, Any]

    def __init__(
        self,
        name: str,
        *,
        public: bool = False,
        weight: int = 1,
        slack: float = 1,
        **arguments: Any,
    ) -> None:
        if type(weight) is not int or weight < 1:
            raise AuthorError(
                said(
                    "case {name}: weight is {weight}; give a whole number from 1.",
                    name=repr(name),
                    weight=repr(weight),
                )
            )
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "public", public)
        object.__setattr__(self, "weight", weight)
        object.__setattr__(self, "slack", slack)
        object.__setattr__(self, "arguments", arguments)


@dataclass(frozen=True)
class Mistake:
    """A known wrong variant of the solution, or a form that is right elsewhere.

    Where the variant is a class or function of its own, `@mistake` above it is shorter.

    Args:
        name: short, in lower case with dashes; unique in its exercise.
        variant: the variant itself (a class or function, as the solution is one); for a random
            exercise the law that it draws from, a function of the case's inputs.
        hint: the sentence that a student reads: the correction.
        valid_elsewhere: whether this is a form that other books or libraries use.
        question: one that points at the mistake and does not name it; may be left out.
    """

    name: str
    variant: Any
    hint: str
    valid_elsewhere: bool = False
    question: str = ""


@dataclass(frozen=True)
class Exercise:
    """One thing to implement, with points.

    Args:
        name: the name of its cell in the literate source, and what `check` is called with; where
            it is left out, that of the solution, in snake case.
        solution: the reference; its `__name__` is what the student defines.
        points: what full credit earns.
        drive: how an object is exercised.
        cases: at least one of them public.
        mistakes: what is known to go wrong.
        defaults: arguments that every case has unless it says otherwise.
        law: for a random exercise, what the outputs follow, as a function of the case's inputs.
        oracle: the same made independently (a library's, a plain loop), with the same interface;
            where there is one, `autograder verify` compares the solution with it.
        forbids: dotted names of what is to be implemented and not taken from a library, such as
            "torch.optim": modules with all they hold, classes, functions. Where it is left out,
            what the assignment's `forbids` says holds; `forbids=()` is nothing.

    Raises:
        AuthorError: for a name that can't be a cell's, names given twice, no public case, and for
            something forbidden that is not there.
    """

    name: str
    solution: Any
    points: Fraction
    drive: Drive
    cases: tuple[Case, ...]
    mistakes: tuple[Mistake, ...] = ()
    defaults: Mapping[str, Any] = field(default_factory=dict)
    law: Callable[[Inputs], Law] | None = None
    oracle: Any = None
    forbids: tuple[str, ...] = ()
    says_forbids: bool = field(default=False, init=False, compare=False)

    def __init__(
        self,
        name: str | None = None,
        *,
        solution: Any,
        points: float,
        drive: Drive,
        cases: Sequence[Case],
        mistakes: Sequence[Mistake] = (),
        defaults: Mapping[str, Any] | None = None,
        law: Callable[[Inputs], Law] | None = None,
        oracle: Any = None,
        forbids: Sequence[str] | None = None,
    ) -> None:
        name = _name_of(solution) if name is None else name
        if not _NAME.fullmatch(name):
            raise AuthorError(
                said(
                    "exercise {name}: a name has letters, digits, '_' and '-' only, since it "
                    "becomes a cell's grade_id.",
                    name=repr(name),
                )
            )
        if isinstance(points, bool | str) or not points > 0:
            raise AuthorError(
                said(
                    "exercise {name}: points is {points}; give a number above 0.",
                    name=repr(name),
                    points=repr(points),
                )
            )
        for mistake in mistakes:
            if not mistake.hint.strip():
                raise AuthorError(
                    said(
                        "exercise {name}: mistake {mistake} has no hint; write the sentence that "
                        "a student reads.",
                        name=repr(name),
                        mistake=repr(mistake.name),
                    )
                )
        unique(f"exercise {name!r}: case", [case.name for case in cases])
        unique(f"exercise {name!r}: mistake", [mistake.name for mistake in mistakes])
        if not any(case.public for case in cases):
            raise AuthorError(
                said("exercise {name} has no public case: give one `public=True`.", name=repr(name))
            )
        names = () if forbids is None else found(f"exercise {name!r}", forbids)
        for attribute, value in {
            "name": name,
            "solution": solution,
            "points": Fraction(str(points)),  # 0.1 is a tenth here, as the author wrote it
            "drive": drive,
            "cases": tuple(cases),
            "mistakes": tuple(mistakes),
            "defaults": dict(defaults or {}),
            "law": law,
            "oracle": oracle,
            "forbids": names,
            "says_forbids": forbids is not None,
        }.items():
            object.__setattr__(self, attribute, value)


def _name_of(solution: Any) -> str:
    name = getattr(solution, "__name__", None)
    if not isinstance(name, str):
        raise AuthorError(
            said(
                "an exercise without a name has a solution without one, {solution}: give "
                'it one, as in Exercise("adam", solution=Adam, ...).',
                solution=repr(solution),
            )
        )
    return snake_case(name)


def unique(what: str, names: Sequence[str]) -> None:
    """Raises an AuthorError for the first of `names` that stands twice."""
    for name in names:
        if names.count(name) > 1:
            raise AuthorError(
                said(
                    "{what} {name} stands twice: give each a name of its own.",
                    what=what,
                    name=repr(name),
                )
            )
