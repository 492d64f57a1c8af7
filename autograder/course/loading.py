"""Loading an assignment: its code run anew, under a package name of its own."""

from __future__ import annotations

import hashlib
import importlib
import sys
import types
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from autograder.errors import AuthorError, AutograderError
from autograder.exercises.assignment import LESSON, Assignment, no_lesson
from autograder.exercises.exercise import Exercise, unique
from autograder.exercises.forbidden import found
from autograder.judging.policy import Policy
from autograder.running.limits import Limits
from autograder.words.said import said

T = TypeVar("T")


def load(folder: Path) -> Assignment:
    """The assignment in `folder`.

    Raises:
        AuthorError: where its code can't be run, defines no exercises, limits or a policy that are
            none, or forbids what is not there.
    """
    module = _run_cases(folder)
    exercises = getattr(module, "exercises", None)
    if not exercises or not all(isinstance(entry, Exercise) for entry in exercises):
        raise AuthorError(
            said(
                "{folder} defines no exercises: end it with `exercises = [...]`.",
                folder=folder / "cases.py",
            )
        )
    unique(f"assignment {folder.name!r}: exercise", [exercise.name for exercise in exercises])
    limits = _stated(module, "limits", Limits(), "cell_seconds=60")
    policy = _stated(module, "policy", Policy(), "valid_elsewhere=0.5")
    forbids = getattr(module, "forbids", None)
    if forbids is not None:
        exercises = _forbidding(exercises, found(f"assignment {folder.name!r}", forbids))
    return Assignment(folder.name, folder, tuple(exercises), limits, policy)


def _forbidding(exercises: Iterable[Exercise], forbids: tuple[str, ...]) -> list[Exercise]:
    """The exercises, with what the assignment forbids in those that don't say themselves."""
    return [
        exercise if exercise.says_forbids else replace(exercise, forbids=forbids)
        for exercise in exercises
    ]


def _stated(module: types.ModuleType, name: str, default: T, example: str) -> T:
    """What `cases.py` calls `name`, of the kind that `default` is."""
    value = getattr(module, name, default)
    if isinstance(value, type(default)):
        return value
    kind = type(default).__name__
    raise AuthorError(
        said(
            "{file} has {name} = {value}: write {name} = {kind}({example}), with "
            "`from autograder import {kind}`.",
            file=module.__file__,
            name=name,
            value=repr(value),
            kind=kind,
            example=example,
        )
    )


def _run_cases(folder: Path) -> types.ModuleType:
    """Runs `cases.py` of an assignment's folder as a module of a package."""
    # Two courses, or two versions of one, may have an assignment of the same name.
    digest = hashlib.sha256(str(folder).encode()).hexdigest()[:8]
    package = f"assignment_{digest}_{folder.name}"
    for name in [name for name in sys.modules if name.split(".")[0] == package]:
        del sys.modules[name]
    module = types.ModuleType(package)
    module.__path__ = [str(folder)]
    sys.modules[package] = module
    importlib.invalidate_caches()
    try:
        return importlib.import_module(f"{package}.cases")
    except AutograderError:
        raise
    except ModuleNotFoundError as error:
        if error.name == f"{package}.{Path(LESSON).stem}":
            raise no_lesson(folder / LESSON) from None
        raise _not_run(folder, error) from error
    except (Exception, SystemExit) as error:
        raise _not_run(folder, error) from error


def _not_run(folder: Path, error: BaseException) -> AuthorError:
    return AuthorError(
        said(
            "{folder} can't be run: {type}: {error}",
            folder=folder / "cases.py",
            type=type(error).__name__,
            error=error,
        )
    )
