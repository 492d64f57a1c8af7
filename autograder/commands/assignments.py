"""The argument ASSIGNMENTS, which several commands take."""

from __future__ import annotations

import click


def _named(_: click.Context, __: click.Parameter, names: tuple[str, ...]) -> list[str]:
    """The names, without the slash that completing a folder's name leaves."""
    return [name.rstrip("/") for name in names]


assignments_argument = click.argument("assignments", nargs=-1, callback=_named)
