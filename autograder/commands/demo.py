"""`autograder demo`: a course with a class, built and graded."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.words.said import marked, said

_WHERE_THINGS_LIE = marked("""
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
  jupyter lab release/optimizers/optimizers.ipynb""")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("demo"))
def demo(folder: Path) -> None:
    """Make a course with a class of 16 in FOLDER (default: demo), and grade it.

    Students who are right in several styles, wrong in known ways, late in finishing, hostile. It
    needs a checkout of the project, for the assignments lie there; it needs no network.
    """
    from autograder.classroom.grade_class import submitted_assignments
    from autograder.commands.build import build_all
    from autograder.commands.grade import grade_with_progress
    from autograder.commands.tables.scores import show
    from autograder.course.course import Course
    from autograder.demo.making import checkout, make_class

    click.echo(make_class(folder, checkout()))
    course = Course(folder.resolve())
    build_all(course)
    for name in submitted_assignments(course):
        show(name, grade_with_progress(course, name))
    click.echo(said(_WHERE_THINGS_LIE, folder=folder))
