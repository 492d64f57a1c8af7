"""Folded blocks of prose in a short form: hints, answers, what a picture shows.

The form is that of MkDocs' collapsible blocks: a line with three question marks and what the block
is, then lines that are indented by four spaces. A student reads a title, and clicks for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import TypeAlias

from autograder.errors import AuthorError
from autograder.words.said import said

_HINT = "Hint"
_TITLES = {
    "hint": _HINT,
    "answer": "Answer",
    "answers": "Answers",
    "picture": "What the picture shows",
    "table": "What the table shows",
}
_HEADER = re.compile(r'\?\?\? (?:([a-z]+)|"([^"]+)")')
_MEANT = re.compile(r"\s*\?\?\?")
_INDENT = "    "

Wrong: TypeAlias = Callable[[int, str], AuthorError]
"""Makes an error of a line's number, the first being 0, and of what is wrong there."""


@dataclass(frozen=True)
class _Block:
    title: str
    lines: tuple[str, ...]

    def html(self, margin: bool) -> str:
        style = ' style="margin-bottom: 1em"' if margin else ""
        top = f"<details{style}><summary>{self.title}</summary>"
        return "\n".join([top, "", *self.lines, "", "</details>"])


def expanded(text: str, wrong: Wrong = lambda line, what: AuthorError(f"{line}: {what}")) -> str:
    '''Prose with each folded block as the `<details>` that a notebook shows.

    Several hints are numbered. Blank lines between two blocks are left out.

    Args:
        text: a cell's Markdown.
        wrong: makes the error that is raised.

    Raises:
        AuthorError: for a block of no kind that is known, for one without text, and for a line of
            which nobody knows whether it belongs to the block above.

    Example:
        >>> print(expanded("""What is 6 · 7?
        ...
        ... ??? answer
        ...     It is **42**."""))
        What is 6 · 7?
        <BLANKLINE>
        <details><summary>Answer</summary>
        <BLANKLINE>
        It is **42**.
        <BLANKLINE>
        </details>
    '''
    pieces = _numbered(list(_pieces(text.split("\n"), wrong)))
    written = []
    for place, piece in enumerate(pieces):
        following = next((other for other in pieces[place + 1 :] if not _is_blank(other)), None)
        # Text below a closed block would touch it; blocks stand close to each other.
        margin = isinstance(following, str)
        written.append(piece.html(margin) if isinstance(piece, _Block) else piece)
    return "\n".join(written)


def _is_blank(piece: str | _Block) -> bool:
    return isinstance(piece, str) and not piece.strip()


def _pieces(lines: list[str], wrong: Wrong) -> Iterator[str | _Block]:
    """The blocks, and each line that stands outside of them."""
    place = 0
    while place < len(lines):
        if not _MEANT.match(lines[place]):
            yield lines[place]
            place += 1
            continue
        title = _title(place, lines[place], wrong)
        end, following = _extent(lines, place + 1)
        if end == place + 1:
            raise wrong(
                place,
                said("{lines} has no text: indent it by four spaces.", lines=repr(lines[place])),
            )
        body = [line.removeprefix(_INDENT) for line in lines[place + 1 : end]]
        for number, line in enumerate(body, start=place + 1):
            if _MEANT.match(line):
                raise wrong(
                    number,
                    said(
                        "{strip} stands in a folded block: move it out.", strip=repr(line.strip())
                    ),
                )
        if end == following < len(lines) and not _MEANT.match(lines[end]):
            raise wrong(
                end,
                said(
                    "{lines} is right below a folded block: indent it by four spaces, or "
                    "leave a line between them.",
                    lines=repr(lines[end]),
                ),
            )
        yield _Block(title, tuple("\n".join(body).strip("\n").split("\n")))
        another = following < len(lines) and _MEANT.match(lines[following])
        place = following if another else end


def _title(number: int, line: str, wrong: Wrong) -> str:
    header = _HEADER.fullmatch(line.rstrip())
    kind, title = header.groups() if header else ("", "")
    if title:
        return str(title)
    if kind in _TITLES:
        return _TITLES[kind]
    kinds = ", ".join(f"??? {kind}" for kind in _TITLES)
    raise wrong(
        number,
        said(
            '{line} is no folded block: write {kinds} or ??? "A title", with nothing '
            "before and behind it, and below it text that is indented by four spaces.",
            line=repr(line),
            kinds=kinds,
        ),
    )


def _extent(lines: list[str], start: int) -> tuple[int, int]:
    """Where a block's text ends, and where the next line stands that isn't blank."""
    end = following = start
    while following < len(lines):
        blank = _is_blank(lines[following])
        if not blank and not lines[following].startswith(_INDENT):
            break
        following += 1
        end = end if blank else following
    return end, following


def _numbered(pieces: list[str | _Block]) -> list[str | _Block]:
    """With numbers behind the titles of hints, where there are several."""
    hints = [piece for piece in pieces if isinstance(piece, _Block) and piece.title == _HINT]
    if len(hints) < 2:
        return pieces
    numbers = count(1)
    return [
        replace(piece, title=f"{_HINT} {next(numbers)}") if piece in hints else piece
        for piece in pieces
    ]
