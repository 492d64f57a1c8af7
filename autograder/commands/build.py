"""`autograder build`: source/ and release/ from solutions/."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from autograder.commands.assignments import assignments_argument
from autograder.words.said import counted, said

if TYPE_CHECKING:
    from autograder.course.course import Course


@click.command()
@assignments_argument
def build(assignments: list[str]) -> None:
    """Make source/ and release/ from solutions/, for ASSIGNMENTS (default: all).

    The instructor's notebook, the checks bundle, the students' release, and beside it a wheel of
    this package for students to install. A second build changes nothing.

    \b
    Example:  autograder build optimizers
    """
    from autograder.course.course import Course

    build_all(Course.find(Path.cwd()), assignments)


def build_all(course: Course, assignments: Sequence[str] = ()) -> None:
    """Builds `assignments` (none: all) and the wheel, and says what was written."""
    from autograder.building.build import build
    from autograder.building.wheel import write_wheel

    course.key()  # made with the first build, to be backed up from then on
    for name in assignments or course.assignments():
        built = build(course, course.load(name))
        click.echo(_made(name, len(built.changed), _short(course.release / name)))
    click.echo(said("Students install {wheel}.", wheel=_short(write_wheel(course.release))))


def _made(name: str, changed: int, folder: str) -> str:
    if not changed:
        return said("{name}: nothing to change; students get {folder}/", name=name, folder=folder)
    return counted(
        "{name}: {number} file written; students get {folder}/",
        "{name}: {number} files written; students get {folder}/",
        changed,
        name=name,
        folder=folder,
    )


def _short(path: Path) -> str:
    return os.path.relpath(path)
