"""The two words that every result is said in: the verdict, and the kind of a finding."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """The outcome of a case, an exercise or a submission; never two-valued."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"
    """Not run, for a stated cause."""
    BROKEN = "broken"
    """Our fault: there is no score, and the run says so."""


class Kind(StrEnum):
    """Why a case failed; in the order in which the judge looks."""

    UNREADABLE = "unreadable"
    UNDEFINED = "undefined"
    WRONG_KIND = "wrong kind"
    UNSOLVED = "unsolved"
    RAISED = "raised"
    TIME_OUT = "time-out"
    CRASHED = "crashed"
    FORGED = "forged reply"
    SHAPE = "shape"
    DTYPE = "dtype"
    NOT_FINITE = "not finite"
    VALUE = "value"
    MISTAKE = "mistake"
    VALID_ELSEWHERE = "valid elsewhere"
    LIBRARY_USE = "library use"
    NOTICE = "notice"
    """Something to know that costs nothing."""
    ENGINE = "engine"
    """A fault of ours."""
