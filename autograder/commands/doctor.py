"""`autograder doctor`: what the seal holds on this machine."""

from __future__ import annotations

import sys

import click

from autograder.words.said import said


@click.command()
def doctor() -> None:
    """Show what the seal holds here, by trying it; that for a GPU, too, where there is one.

    Every attempt is made by a real process behind the walls: reading the course, writing, the
    network, other processes, more than its limits. The exit status is 0 where the seal is the best
    there is and holds all of them.
    """
    from autograder.commands.tables.seal import show
    from autograder.errors import SealError
    from autograder.sealed.doctor.examination import examine
    from autograder.sealed.outside import best_seal

    found = best_seal.best()
    well = show(found, examine(found.seal))
    try:
        for_gpu = best_seal.for_device("cuda")
    except SealError as error:
        click.echo("\n" + said("No seal for code on cuda: {reason}.", reason=error))
    else:
        click.echo()
        well &= show(for_gpu, examine(for_gpu.seal, "cuda"), "cuda")
    sys.exit(not well)
