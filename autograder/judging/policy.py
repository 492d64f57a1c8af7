"""An assignment's policy: the credit of forms valid elsewhere, and the cost of forbidden calls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal, TypeAlias

from autograder.data.sentence import Sentence
from autograder.data.use import Use
from autograder.errors import AuthorError
from autograder.results.kinds import Kind, Verdict
from autograder.results.result import CaseResult, ExerciseResult, Finding
from autograder.words.said import said

LibraryUse: TypeAlias = Literal["flag", "zero"]

_LISTED = 5
"""So many uses are listed; then their number says enough."""


@dataclass(frozen=True, init=False)
class Policy:
    """An assignment's policy; its `cases.py` sets it with `policy = Policy(...)`.

    Args:
        valid_elsewhere: the credit, from 0 to 1, of a case that fails just as a form does that is
            valid elsewhere.
        library_use: "flag" tells the instructor alone where an exercise uses what it forbids;
            "zero" takes all its points, too, and tells the student why.

    Raises:
        AuthorError: for another credit, or another word.

    Example:
        >>> Policy(valid_elsewhere=0.1).valid_elsewhere
        Fraction(1, 10)
    """

    valid_elsewhere: Fraction
    library_use: LibraryUse

    def __init__(
        self,
        valid_elsewhere: Fraction | float = Fraction(1, 2),
        library_use: LibraryUse = "flag",
    ) -> None:
        if library_use not in ("flag", "zero"):
            raise AuthorError(
                said(
                    'policy: library_use is {library_use}; give "flag" or "zero".',
                    library_use=repr(library_use),
                )
            )
        object.__setattr__(self, "valid_elsewhere", _credit(valid_elsewhere))
        object.__setattr__(self, "library_use", library_use)


def _credit(value: Fraction | float) -> Fraction:
    if (
        isinstance(value, Fraction | int | float)
        and not isinstance(value, bool)
        and 0 <= value <= 1
    ):
        return Fraction(str(value))  # 0.1 is a tenth here, as the author wrote it
    raise AuthorError(
        said(
            "policy: valid_elsewhere is {value}; give the credit of a case, a number from 0 to 1.",
            value=repr(value),
        )
    )


DEFAULT = Policy()


def charge(
    policy: Policy, object_name: str, result: ExerciseResult, uses: Sequence[Use]
) -> ExerciseResult:
    """`result`, with a note on forbidden uses for the instructor, or without points for them.

    A broken result, which is a fault of the grader, stays broken and has no score.
    """
    if not uses:
        return result
    used = _used(object_name, uses)
    if policy.library_use == "flag" or result.verdict is Verdict.BROKEN:
        return replace(result, notes=(*result.notes, Finding(Kind.LIBRARY_USE, used)))
    finding = Finding(Kind.LIBRARY_USE, (*used, Sentence("earns-nothing")))
    cases = tuple(
        CaseResult(case.name, case.public, case.weight, Verdict.FAILED, finding=finding)
        for case in result.cases
    )
    return replace(result, cases=cases, findings=(finding, *result.findings))


def _used(object_name: str, uses: Sequence[Use]) -> tuple[Sentence, ...]:
    """What is used, then where each of it stands."""
    listed, more = uses[:_LISTED], len(uses) - _LISTED
    parts = {"object": object_name, "names": ", ".join(use.name for use in listed)}
    forbidden = (
        Sentence("forbidden-and-more", **parts, number=more)
        if more > 0
        else Sentence("forbidden", **parts)
    )
    return (forbidden, *map(_place, listed))


def _place(use: Use) -> Sentence:
    """
    >>> _place(Use("torch.optim.SGD", "sgd", 4)).parts
    {'name': 'torch.optim.SGD', 'cell': 'sgd', 'line': 4}
    """
    if not use.cell:
        return Sentence("used-as-it-ran", name=use.name)
    return Sentence("used-at", name=use.name, cell=use.cell, line=use.line)
