"""Warnings of the command line, on stderr."""

from __future__ import annotations

import click


def warn(sentence: str) -> None:
    """Says on stderr, in one line, what is not as it should be."""
    click.echo(f"autograder: {sentence}", err=True)
