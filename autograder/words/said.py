"""Words in the reader's language, for what is said at once and not kept.

The English text stands where it is said, and is the key of its translation. What may be kept, or
crosses between processes, is a `Sentence` instead (see `told`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from autograder.words.language import catalogue


def said(text: str, /, **parts: object) -> str:
    """`text` in the reader's language, with `parts` in its places.

    >>> said("There is no exercise {name}.", name="'{0}'")
    "There is no exercise '{0}'."
    """
    return filled(catalogue().gettext(text), parts)


def counted(one: str, many: str, number: int, /, **parts: object) -> str:
    """`said` for a `number` of things, which has its place too.

    Args:
        one: the English text for one.
        many: that for any other number.
        number: of what is counted.
        parts: the others.

    >>> counted("{number} file written", "{number} files written", 2)
    '2 files written'
    """
    return filled(catalogue().ngettext(one, many, number), {"number": number, **parts})


class Plural(NamedTuple):
    """A template with a form for one and one for many, of what its part `number` counts."""

    one: str
    many: str


def marked(text: str) -> str:
    """`text`, which is a template, or a name, that is put into a catalogue as well."""
    return text


def translated(texts: Sequence[str]) -> dict[str, str]:
    """The templates `texts` in the reader's language, by the English one, for another process.

    >>> translated(["not run: {what}"])
    {'not run: {what}': 'not run: {what}'}
    """
    return {text: catalogue().gettext(text) for text in texts}


def filled(template: str, parts: dict[str, object]) -> str:
    """`template` with parts that are plain: a template could look into an object otherwise."""
    plain = {name: part if type(part) is int else str(part) for name, part in parts.items()}
    return template.format_map(plain)
