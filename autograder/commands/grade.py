"""`autograder grade`: what a class handed in."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from autograder.classroom.options import Options
from autograder.commands.assignments import assignments_argument
from autograder.commands.warning import warn
from autograder.words.said import said

if TYPE_CHECKING:
    from autograder.course.course import Course
    from autograder.results.result import SubmissionResult


@click.command()
@assignments_argument
@click.option(
    "--student", "students", multiple=True, help=said("Only this student; may be repeated.")
)
@click.option("--jobs", type=click.IntRange(min=1), help=said("How many at once (default: cores)."))
@click.option("--force", is_flag=True, help=said("Grade again what has not changed since."))
@click.option(
    "--device",
    type=click.Choice(["cpu", "cuda"]),
    default="cpu",
    show_default=True,
    help=said("Where the students' tensors live."),
)
@click.option(
    "--seal",
    type=click.Choice(["any", "full"]),
    default="any",
    show_default=True,
    help=said("Refuse to grade under less than the full seal, or take the best there is."),
)
@click.option("--figures", is_flag=True, help=said("Run cells that only draw, too."))
@click.option("--json", "as_json", is_flag=True, help=said("Print all results as JSON instead."))
def grade(
    assignments: list[str],
    students: tuple[str, ...],
    jobs: int | None,
    force: bool,
    device: str,
    seal: str,
    figures: bool,
    as_json: bool,
) -> None:
    """Grade what lies in submitted/*/ of ASSIGNMENTS (default: all that were submitted).

    Every submission runs in a process that holds no answer. The scores go into gradebook.db, the
    graded notebooks into autograded/, all details into reports/. What has not changed since the
    last time is not run again: of an assignment with one new case, one exercise is. The exit status
    is 1 where the grader itself failed on something.

    \b
    Examples:  autograder grade optimizers
               autograder grade optimizers --student kim --force
               autograder grade --json > results.json
    """
    from autograder.classroom.grade_class import submitted_assignments
    from autograder.commands.tables.scores import show
    from autograder.course.course import Course
    from autograder.report.worded import worded
    from autograder.results.kinds import Verdict

    course = Course.find(Path.cwd())
    options = Options(
        students=students,
        jobs=jobs or _cores(),
        force=force,
        device=device,
        figures=figures,
        full_seal=seal == "full",
    )
    _tell_of_strays(course)
    everything = []
    for name in assignments or submitted_assignments(course):
        results = grade_with_progress(course, name, options)
        everything += results
        if not as_json:
            show(name, results)
    if as_json:
        click.echo(json.dumps([worded(result) for result in everything], indent=1))
    for tier in sorted({result.tier for result in everything} - {"full", ""}):
        warn(
            said(
                "students' code ran under the seal {tier}, which is less than 'full'; "
                "`autograder doctor` says what is missing.",
                tier=repr(tier),
            )
        )
    sys.exit(any(result.verdict is Verdict.BROKEN for result in everything))


def grade_with_progress(
    course: Course, assignment: str, options: Options | None = None
) -> list[SubmissionResult]:
    """What `grade_class` gives, with a bar that shows how far it is."""
    from autograder.classroom.grade_class import grade_class
    from autograder.commands.tables.progress import progress

    with progress(said("Grading {assignment}", assignment=assignment)) as advance:
        return grade_class(course, assignment, options or Options(jobs=_cores()), advance, warn)


def _tell_of_strays(course: Course) -> None:
    from autograder.words.printable import printable

    for stray in course.strays():
        where = printable(str(stray))  # its name may come out of anybody's archive
        warn(said("{where} is of no assignment here, so not graded.", where=where))


def _cores() -> int:
    """The cores that this process may use, where the system tells."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
