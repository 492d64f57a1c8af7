"""`autograder check`: a student's notebook, on the public cases."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command()
@click.argument("notebook", type=click.Path(path_type=Path))
@click.argument("exercises", nargs=-1)
def check(notebook: Path, exercises: tuple[str, ...]) -> None:
    """Run NOTEBOOK and check its EXERCISES (default: all) on the public cases.

    The notebook's cells run here, as in Jupyter; the file is not changed. The exit status is 0
    where everything passes, 1 where something fails.

    \b
    Example:  autograder check optimizers.ipynb adam
    """
    from autograder.checking.terminal import check_notebook
    from autograder.report import text
    from autograder.results.kinds import Verdict

    results = check_notebook(notebook, exercises)
    click.echo("\n\n".join(text.checked(result) for result in results))
    for note in (note for result in results for note in text.notes(result)):
        click.echo(note, err=True)
    sys.exit(any(result.verdict is not Verdict.PASSED for result in results))
