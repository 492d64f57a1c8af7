"""What all tests share: one thread for torch, and tests that a machine may lack something for."""

from __future__ import annotations

import os
import sys

# Before torch is imported: a process that ever ran on two threads leaves forks that hang.
os.environ.setdefault("OMP_NUM_THREADS", "1")

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import pytest

if TYPE_CHECKING:
    from autograder.sealed.outside.best_seal import BestSeal

# As the command line does: what nbformat imports would build a grammar of all IRIs, for nothing.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

Require: TypeAlias = Callable[[object, str], None]


def require_here(present: object, reason: str) -> None:
    """Ends the test where something is missing: skipped on a user's machine, failed in CI.

    Args:
        present: whether what the test needs is there.
        reason: what is missing and how to get it, for whoever reads the summary.
    """
    if present:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI has to have this: {reason}", pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def require() -> Require:
    """`require(shutil.which("bwrap"), "bubblewrap is not installed: apt install bubblewrap")`."""
    return require_here


@pytest.fixture(scope="session")
def korean_names(require: Require) -> None:
    """For tests of files with Korean names."""
    require(
        sys.getfilesystemencoding() == "utf-8",
        "Python writes no Korean into a file's name in this locale: set one with UTF-8",
    )


@pytest.fixture(scope="session")
def gpu() -> BestSeal:
    """The seal for code on a GPU. Without a GPU the test is skipped, in CI too."""
    from autograder.errors import SealError
    from autograder.sealed.outside import best_seal

    try:
        return best_seal.for_device("cuda")
    except SealError as error:
        pytest.skip(str(error))
