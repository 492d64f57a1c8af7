"""What a class does at each call, as a table to hold against one that was worked by hand."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import Tensor

from autograder.figures.trajectory import OptimizerClass, name_of, walk

START = 1.0


@dataclass(frozen=True)
class Table:
    """Columns of numbers, and a sentence for whatever has none.

    Args:
        title: what stands above.
        columns: each with its head first, and all equally long; or none.
        words: what stands below, line by line.
    """

    title: str
    columns: Sequence[Sequence[str]]
    words: Sequence[str]

    def __repr__(self) -> str:
        if not self.columns:
            return "\n".join(self.words)
        widths = [max(map(len, column)) for column in self.columns]
        rows = [
            "  ".join(entry.rjust(width) for entry, width in zip(row, widths, strict=True))
            for row in zip(*self.columns, strict=True)
        ]
        return "\n".join([self.title, *rows, *self.words])

    def _repr_html_(self) -> str:
        # It has no colours of its own, so that every theme of a notebook can give it its own.
        words = "".join(f"<div>{html.escape(line)}</div>" for line in self.words)
        if not self.columns:
            return words
        heads, *rows = zip(*self.columns, strict=True)
        body = "".join(_html_row("td", row) for row in rows)
        return (
            f"<div>{html.escape(self.title)}</div>"
            f"<table><thead>{_html_row('th', heads)}</thead><tbody>{body}</tbody></table>{words}"
        )


def by_hand(
    *optimizers: OptimizerClass, lr: float = 0.1, gradients: Sequence[float] = (2, -1)
) -> None:
    """Show what w = 1 becomes at each call; for a single optimizer its steps, too.

    A step is what is subtracted from w. Where there are no numbers, words say why.

    Args:
        optimizers: classes with `update(params, grads)`.
        lr: the rate for all.
        gradients: one for each call.
    """
    from IPython.display import display

    display(tabulate(optimizers, lr, gradients))


def tabulate(optimizers: Sequence[OptimizerClass], lr: float, gradients: Sequence[float]) -> Table:
    """The table that `by_hand` shows."""
    followed = [(name_of(each), *_follow(each, lr, gradients)) for each in optimizers]
    ran = [(name, path) for name, path, fault in followed if not fault]
    title = f"from w = {START:g} with lr = {lr:g}"
    if len(followed) == len(ran) == 1:
        title = f"{ran[0][0]} {title}"
        columns = _step_by_step(ran[0][1])
    else:
        title = f"w after each call, {title}"
        columns = [column(name, path[1:]) for name, path in ran]
    calls = [column("call", range(1, len(gradients) + 1)), column("g", gradients)]
    words = [f"{name}: {fault}" for name, _, fault in followed if fault]
    return Table(title, [*calls, *columns] if columns else [], words)


def _follow(
    optimizer: OptimizerClass, lr: float, gradients: Sequence[float]
) -> tuple[list[float], str]:
    """All values of w, in float64; and what is wrong with them, in words, or ""."""
    coming = iter(gradients)

    def gradient(w: Tensor) -> Tensor:
        return torch.full_like(w, next(coming))

    places, fault = walk(optimizer, lr, (START,), gradient, len(gradients))
    if not fault and len(places) <= len(gradients):
        fault = "diverges"
    return [w for (w,) in places], fault


def _step_by_step(path: Sequence[float]) -> list[list[str]]:
    return [
        column("w before", path[:-1]),
        column("step", [before - after for before, after in pairwise(path)]),
        column("w after", path[1:]),
    ]


def column(head: str, values: Iterable[float]) -> list[str]:
    """A column of a `Table`: its head, and each value with four decimals."""
    return [head, *(_number(value) for value in values)]


def _number(value: float) -> str:
    """Four decimals, as on paper; a number too small for them keeps its digits.

    >>> _number(-0.0447213), _number(2), _number(0.0000123)
    ('−0.0447', '2', '1.23e−05')
    """
    shown = round(value, 4) if abs(value) >= 0.001 else value
    return f"{shown:.6g}".replace("-", "−")


def _html_row(tag: str, entries: Sequence[str]) -> str:
    return "<tr>" + "".join(f"<{tag}>{html.escape(entry)}</{tag}>" for entry in entries) + "</tr>"
