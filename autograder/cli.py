"""The command line: a thin shell over the library.

torch and nbgrader are imported inside the commands, so that `--help` waits for neither.
"""

from __future__ import annotations

import json
import os
import secrets
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from autograder.errors import AutograderError

if TYPE_CHECKING:
    from autograder.course import Course
    from autograder.verdict import SubmissionResult

# jsonschema, which nbformat needs, would build a grammar of all IRIs when it is imported: most of a
# second, for a format that no notebook has.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

_COURSE_PACKAGES = (
    *("jsonschema", "jupytext", "libcst", "mutmut", "nbconvert", "nbgrader", "scipy"),
    "sqlalchemy",
)


class _Commands(click.Group):
    """Turns an error of ours into one line on stderr and exit status 2."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except AutograderError as error:
            _warn(str(error))
        except ModuleNotFoundError as error:
            if error.name not in _COURSE_PACKAGES:
                raise
            _warn(
                f"this command needs {error.name}: install the course's set with "
                "pip install 'sealed-autograder[course]'."
            )
        return ctx.exit(2)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sealed-autograder", prog_name="autograder")
def main() -> None:
    """Autograded notebooks for learning how deep networks are trained.

    \b
    Students       autograder check NOTEBOOK       check your notebook before you submit it
    Instructors    autograder demo                 see it all at work, on a class of 16
                   autograder build                make source/ and release/ from solutions/
                   autograder grade ASSIGNMENT     grade all that lies in submitted/
                   autograder doctor               show what keeps students' code in here
    Authors        autograder verify ASSIGNMENT    can the grades be trusted?

    A course is a folder with nbgrader_config.py and solutions/; the commands look for it here
    and in the folders above.
    """


@main.command()
@click.argument("notebook", type=click.Path(path_type=Path))
@click.argument("exercises", nargs=-1)
def check(notebook: Path, exercises: tuple[str, ...]) -> None:
    """Run NOTEBOOK and check its EXERCISES (default: all) on the public cases.

    The notebook's cells run here, as in Jupyter; the file is not changed. The exit status is 0
    where everything passes, 1 where something fails.

    \b
    Example:  autograder check optimizers.ipynb adam
    """
    from autograder.report import text
    from autograder.terminal_check import check_notebook
    from autograder.verdict import Verdict

    results = check_notebook(notebook, exercises)
    click.echo("\n\n".join(text.checked(result) for result in results))
    for note in (note for result in results for note in text.notes(result)):
        click.echo(note, err=True)
    sys.exit(any(result.verdict is not Verdict.PASSED for result in results))


@main.command()
@click.argument("assignments", nargs=-1)
def build(assignments: tuple[str, ...]) -> None:
    """Make source/ and release/ from solutions/, for ASSIGNMENTS (default: all).

    The instructor's notebook, the checks bundle, the students' release, and beside it a wheel of
    this package for students to install. A second build changes nothing.

    \b
    Example:  autograder build optimizers
    """
    from autograder.course import Course

    _build(Course.find(Path.cwd()), assignments)


@main.command()
@click.argument("assignments", nargs=-1)
@click.option("--student", "students", multiple=True, help="Only this student; may be repeated.")
@click.option("--jobs", type=click.IntRange(min=1), help="How many at once (default: cores).")
@click.option("--force", is_flag=True, help="Grade again what has not changed since.")
@click.option(
    "--device",
    type=click.Choice(["cpu", "cuda"]),
    default="cpu",
    show_default=True,
    help="Where the students' tensors live.",
)
@click.option(
    "--seal",
    type=click.Choice(["any", "full"]),
    default="any",
    show_default=True,
    help="Refuse to grade under less than the full seal, or take the best there is.",
)
@click.option("--figures", is_flag=True, help="Run cells that only draw, too.")
@click.option("--json", "as_json", is_flag=True, help="Print all results as JSON instead.")
def grade(
    assignments: tuple[str, ...],
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
    from autograder.classroom import submitted_assignments
    from autograder.course import Course
    from autograder.report.table import show
    from autograder.verdict import Verdict, to_json

    course = Course.find(Path.cwd())
    _tell_of_strays(course)
    everything = []
    for name in _named(assignments) or submitted_assignments(course):
        results = _grade(
            course, name, students, jobs, force, device, figures=figures, full_seal=seal == "full"
        )
        everything += results
        if not as_json:
            show(name, results)
    if as_json:
        click.echo(json.dumps([to_json(result) for result in everything], indent=1))
    for tier in sorted({result.tier for result in everything} - {"full", ""}):
        _warn(
            f"students' code ran under the seal {tier!r}, which is less than 'full'; "
            "`autograder doctor` says what is missing."
        )
    sys.exit(any(result.verdict is Verdict.BROKEN for result in everything))


@main.command()
@click.argument("assignments", nargs=-1)
@click.option("--keys", default=10, show_default=True, help="How many other keys to try.")
@click.option("--mutants", is_flag=True, help="Change the solutions by machine, too.")
def verify(assignments: tuple[str, ...], keys: int, mutants: bool) -> None:
    """Run the gates of ASSIGNMENTS (default: all): can their grades be trusted?

    Every known mistake goes through every case: it has to fail a hidden one, and to be told apart
    from all others; the solution, an independent oracle, the untouched release and the solved
    notebook get what they deserve. All of it under this course's key and under others, drawn
    anew. The exit status is 1 where a gate does not hold.

    With --mutants, each solution is changed in one place after another: an operator, a number, an
    argument, a statement that is missing. A hidden case has to notice every change. What none
    notices is shown: write a case, or, where the change makes no difference, say why in
    solutions/ASSIGNMENT/equivalent.toml:

    \b
        [[equivalent]]
        exercise = "scaled"
        before = "return float(scale * x)"
        after = "return (scale * x)"
        reason = "a product of floats is a float already."

    \b
    Examples:  autograder verify optimizers
               autograder verify --mutants --keys 2 optimizers
    """
    from autograder.course import Course

    course = Course.find(Path.cwd())
    hold = []
    for name in _named(assignments) or course.assignments():
        drawn = [course.key(), *(secrets.token_bytes(32) for _ in range(keys))]
        hold.append(_verify(course, name, drawn))
        if mutants:
            hold.append(_verify_mutants(course, name, drawn))
    sys.exit(not all(hold))


@main.command()
def doctor() -> None:
    """Show what the seal holds here, by trying it; that for a GPU, too, where there is one.

    Every attempt is made by a real process behind the walls: reading the course, writing, the
    network, other processes, more than its limits. The exit status is 0 where the seal is the best
    there is and holds all of them.
    """
    from autograder.doctor.examination import examine
    from autograder.doctor.table import show
    from autograder.errors import SealError
    from autograder.sealed import tiers

    found = tiers.best()
    well = show(found, examine(found.seal))
    try:
        for_gpu = tiers.for_device("cuda")
    except SealError as error:
        click.echo(f"\nNo seal for code on cuda: {error}.")
    else:
        click.echo()
        well &= show(for_gpu, examine(for_gpu.seal, "cuda"), "cuda")
    sys.exit(not well)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("demo"))
def demo(folder: Path) -> None:
    """Make a course with a class of 16 in FOLDER (default: demo), and grade it.

    Students who are right in several styles, wrong in known ways, late in finishing, hostile. It
    needs a checkout of the project, for the assignments lie there; it needs no network.
    """
    from autograder.classroom import submitted_assignments
    from autograder.course import Course
    from autograder.demo import checkout, make_class
    from autograder.report.table import show

    click.echo(make_class(folder, checkout()))
    course = Course(folder.resolve())
    _build(course, ())
    for name in submitted_assignments(course):
        show(name, _grade(course, name))
    click.echo(_WHERE_THINGS_LIE.format(folder=folder))


_WHERE_THINGS_LIE = """
Where things lie in {folder}/
  solutions/   what the author wrote, with every answer
  release/     what a student gets
  submitted/   what the class handed in
  autograded/  the graded notebooks, a report in each
  reports/     all details, for the instructor alone
  gradebook.db nbgrader's gradebook

What to type next
  cd {folder}
  autograder grade optimizers        again: what has not changed is not run again
  nbgrader generate_feedback optimizers --force
  nbgrader export                    all scores as grades.csv
  jupyter lab release/optimizers/optimizers.ipynb"""


def _build(course: Course, assignments: Sequence[str]) -> None:
    from autograder.build import build
    from autograder.wheel import write_wheel

    course.key()  # made with the first build, to be backed up from then on
    for name in _named(assignments) or course.assignments():
        built = build(course, course.load(name))
        state = f"{len(built.changed)} files written" if built.changed else "nothing to change"
        click.echo(f"{name}: {state}; students get {_short(course.release / name)}/")
    click.echo(f"Students install {_short(write_wheel(course.release))}.")


def _tell_of_strays(course: Course) -> None:
    from autograder.notebook.reading import shown

    for stray in course.strays():
        where = shown(str(stray))  # its name may come out of anybody's archive
        _warn(f"{where} is of no assignment here, so not graded.")


def _grade(
    course: Course,
    assignment: str,
    students: Sequence[str] = (),
    jobs: int | None = None,
    force: bool = False,
    device: str = "cpu",
    *,
    figures: bool = False,
    full_seal: bool = False,
) -> list[SubmissionResult]:
    from autograder.classroom import grade_class
    from autograder.report.progress import progress

    with progress(f"Grading {assignment}") as advance:
        return grade_class(
            course,
            assignment,
            students,
            jobs or _cores(),
            force,
            device,
            advance,
            _warn,
            figures=figures,
            full_seal=full_seal,
        )


def _verify(course: Course, assignment: str, keys: Sequence[bytes]) -> bool:
    """Prints the matrices and the gates of an assignment; whether all of them hold."""
    from autograder.rehearse import rehearse
    from autograder.report import matrix
    from autograder.report.progress import progress
    from autograder.verify import verify

    loaded = course.load(assignment)
    with progress(f"Verifying {assignment}") as advance:
        advance(0, len(keys) + 1)
        verified = []
        for done, key in enumerate(keys, start=1):
            verified.append([verify(exercise, key) for exercise in loaded.exercises])
            advance(done, len(keys) + 1)
        notebooks = rehearse(course, loaded)
    return matrix.show(assignment, verified, notebooks)


def _verify_mutants(course: Course, assignment: str, keys: Sequence[bytes]) -> bool:
    """Prints what became of an assignment's mutants; whether all are killed or equivalent."""
    from autograder.mutants.examining import examine
    from autograder.report import mutants
    from autograder.report.progress import progress

    with progress(f"Trying mutants of {assignment}") as advance:
        examined = examine(course, assignment, keys, advance)
    return mutants.show(assignment, examined)


def _warn(sentence: str) -> None:
    """Says on stderr, in one line, what is not as it should be."""
    click.echo(f"autograder: {sentence}", err=True)


def _cores() -> int:
    """The cores that this process may use, where the system tells."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _named(assignments: Sequence[str]) -> list[str]:
    """The names, without the slash that completing a folder's name leaves."""
    return [name.rstrip("/") for name in assignments]


def _short(path: Path) -> str:
    return os.path.relpath(path)
