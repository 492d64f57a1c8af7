"""A sentence before it is in any language: the id of a template, and its parts.

This is what crosses between processes and what receipts hold; `autograder.words` makes words of it
where somebody reads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

Part: TypeAlias = str | int
"""Text or a whole number; other numbers come as text, with the digits that count."""

AUTHOR = "author"
"""The template whose only part, `sentence`, is what an assignment's author wrote."""

OWN_WORDS = "own words"
"""The template whose only part, `text`, is what a student's code says of itself."""


@dataclass(frozen=True, init=False)
class Sentence:
    """What is to be said, in no language yet.

    Args:
        template: the id of a template of `autograder.words.templates`.
        parts: what goes into the template, by the names of its places.

    Example:
        >>> Sentence("entry gone", step=3, entry="params['w0']").parts
        {'step': 3, 'entry': "params['w0']"}
    """

    template: str
    _parts: tuple[tuple[str, Part], ...]

    def __init__(self, template: str, /, **parts: Part) -> None:
        object.__setattr__(self, "template", template)
        object.__setattr__(self, "_parts", tuple(parts.items()))

    @property
    def parts(self) -> dict[str, Part]:
        """What goes into the template, by name."""
        return dict(self._parts)


def own_words(text: str) -> Sentence:
    """What a student's code says of itself, or a program that failed.

    >>> own_words("no number").parts
    {'text': 'no number'}
    """
    return Sentence(OWN_WORDS, text=text)


def sentence_to_json(sentence: Sentence) -> dict[str, Any]:
    """A sentence as plain JSON data.

    >>> sentence_to_json(Sentence("wrong shape", entry="w"))
    {'template': 'wrong shape', 'parts': {'entry': 'w'}}
    """
    return {"template": sentence.template, "parts": sentence.parts}


def sentence_from_json(data: Mapping[str, Any]) -> Sentence:
    """The sentence that `sentence_to_json` wrote; KeyError, TypeError where it is none."""
    return Sentence(data["template"], **data["parts"])
