"""The two words that every result is said in: the verdict, and the kind of a finding."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """The outcome of a case, an exercise or a submission; never two-valued."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"
    """Not run, for a stated cause."""
    BROKEN = "broken"
    """Our fault: there is no score, and the run says so."""


@dataclass(frozen=True, kw_only=True)
class Traits:
    """What follows from a kind.

    Args:
        template: the id of the template for an `object` that gave no outputs; "" where the judge
            finds the kind itself, and has more to say.
        claimed: whether the process that runs a student's code may say it.
        ends: whether the rest of an exercise isn't asked: a try costs a process, or its time.
        fleeting: whether it may come out otherwise at the next try: time and memory are shared with
            what else runs.
        wrong_numbers: whether outputs came in the right form, and with the wrong numbers.
        kills: how a mutant dies of it, as a table says it; "" where none can.
    """

    template: str = ""
    claimed: bool = False
    ends: bool = False
    fleeting: bool = False
    wrong_numbers: bool = False
    kills: str = ""


class Kind(StrEnum):
    """Why a case failed, in the order in which the judge looks.

    All that depends on a kind stands in its own line, so that none is forgotten somewhere else.

    >>> Kind("time-out").traits.fleeting
    True
    """

    traits: Traits

    def __new__(cls, value: str, traits: Traits | None = None) -> Kind:
        """The kind called `value`."""
        kind = str.__new__(cls, value)
        kind._value_ = value
        kind.traits = traits or Traits()
        return kind

    UNREADABLE = "unreadable"
    UNDEFINED = (
        "undefined",
        Traits(template="undefined", claimed=True, kills="raised"),
    )
    WRONG_KIND = (
        "wrong kind",
        Traits(template="wrong-kind", claimed=True, kills="wrong"),
    )
    UNSOLVED = (
        "unsolved",
        Traits(template="unsolved", claimed=True, kills="raised"),
    )
    RAISED = "raised", Traits(template="raised", claimed=True, kills="raised")
    TIME_OUT = (
        "time-out",
        Traits(template="timed-out", ends=True, fleeting=True, kills="hung or crashed"),
    )
    CRASHED = (
        "crashed",
        Traits(template="crashed", ends=True, fleeting=True, kills="hung or crashed"),
    )
    FORGED = "forged reply", Traits(template="forged", ends=True)
    SHAPE = "shape", Traits(template="wrong-shape-given", claimed=True, kills="wrong")
    DTYPE = "dtype", Traits(template="wrong-dtype-given", claimed=True, kills="wrong")
    NOT_FINITE = "not finite", Traits(wrong_numbers=True, kills="wrong")
    VALUE = "value", Traits(wrong_numbers=True, kills="wrong")
    MISTAKE = "mistake"
    VALID_ELSEWHERE = "valid elsewhere"
    LIBRARY_USE = "library use"
    NOTICE = "notice"
    """Something to know that costs nothing."""
    ENGINE = (
        "engine",
        Traits(template="grader-failed", fleeting=True),
    )
    """A fault of ours."""
