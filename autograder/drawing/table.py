"""Tables of numbers, shown as figures are."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


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


def column(head: str, values: Iterable[float]) -> list[str]:
    """A column of numbers below its head."""
    return [head, *(number(value) for value in values)]


def number(value: float) -> str:
    """Four decimals, as on paper; a number too small for them keeps its digits.

    >>> number(-0.0447213), number(2), number(0.0000123)
    ('−0.0447', '2', '1.23e−05')
    """
    shown = round(value, 4) if abs(value) >= 0.001 else value
    return f"{shown:.6g}".replace("-", "−")


def _html_row(tag: str, entries: Sequence[str]) -> str:
    return "<tr>" + "".join(f"<{tag}>{html.escape(entry)}</{tag}>" for entry in entries) + "</tr>"
