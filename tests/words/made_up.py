"""A made-up language, xx, in which every text is in brackets: what has none bypasses catalogues."""

import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from autograder.words import language

POT = Path(language.__file__).with_name("autograder.pot")


def bracketed(text: str) -> str:
    """`text` in xx.

    >>> bracketed("{number} files\\n")
    '[{number} files]\\n'
    """
    before, middle, after = re.fullmatch(r"(\s*)(.*?)(\s*)", text, re.DOTALL).groups()  # type: ignore[union-attr]
    return f"{before}[{middle}]{after}"


def made_up() -> Catalog:
    catalogue = Catalog("xx", fuzzy=False)
    with POT.open("rb") as file:
        for message in read_po(file):
            if message.id and isinstance(message.id, str):
                catalogue.add(message.id, bracketed(message.id))
            elif message.id:
                catalogue.add(message.id, tuple(map(bracketed, message.id)))
    catalogue.header_comment = ""
    return catalogue


def write(folder: Path) -> None:
    """Puts the catalogue where TEXTDOMAINDIR=`folder` finds it."""
    place = folder / "xx" / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (place / "autograder.mo").open("wb") as file:
        write_mo(file, made_up())


def outside(text: str) -> str:
    """What of a text stands outside of all brackets.

    >>> outside("a [b [c] d] e")
    'a  e'
    """
    return "".join(_outside(text))


def _outside(text: str) -> Iterator[str]:
    depth = 0
    for character in text:
        depth += character == "["
        if depth == 0:
            yield character
        depth = max(0, depth - (character == "]"))
