"""Words made of a sentence that was kept, or that crossed: at the edge, in the reader's language.

A part is put into its template and never is one itself.
"""

from __future__ import annotations

from string import Formatter

from autograder.data.sentence import Part, Sentence, own_words
from autograder.words.language import catalogue
from autograder.words.said import Plural, filled
from autograder.words.templates import TEMPLATES

NAMES = ("axis", "measure")
"""Parts that are names of ours, and have a translation of their own."""

ENTRY = "entry"
"""A part that begins with an output's name, which may have a translation: "x afterwards[0, 1]"."""


def told(*sentences: Sentence) -> str:
    """What `sentences` say.

    Raises:
        KeyError: for a template that is not known.

    >>> told(Sentence("differs", entry="w0[1]"), Sentence("earns-nothing"))
    'w0[1] differs from the reference. It earns nothing.'
    """
    return " ".join(map(_told, sentences))


def sentence_of(error: Exception) -> Sentence:
    """What an error says, whose argument is a sentence, or a text of its own.

    >>> sentence_of(ValueError("no number")).parts
    {'text': 'no number'}
    """
    said = error.args[0] if error.args else None
    return said if isinstance(said, Sentence) else own_words(str(error))


def is_known(sentence: Sentence) -> bool:
    """Whether the template is one of ours, and the parts are those that it has places for.

    >>> is_known(Sentence("differs", entry="w")), is_known(Sentence("differs", entry="w", x=1))
    (True, False)
    """
    template = TEMPLATES.get(sentence.template)
    return template is not None and places(template) == {*sentence.parts}


def places(template: str | Plural) -> set[str]:
    """The names of a template's places.

    >>> sorted(places("{a} of {b:,}"))
    ['a', 'b']
    """
    texts = template if isinstance(template, Plural) else (template,)
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


def _told(sentence: Sentence) -> str:
    template, parts = TEMPLATES[sentence.template], sentence.parts
    if isinstance(template, Plural):
        text = catalogue().ngettext(template.one, template.many, int(parts["number"]))
    else:
        text = catalogue().gettext(template)
    return filled(text, {place: _named(place, part) for place, part in parts.items()})


def name(part: str) -> str:
    """An axis or a measure, in the reader's language; one that an author has named stays."""
    return catalogue().gettext(part) if part else part


def entry(part: str) -> str:
    """An entry of an output, which may have a name that is translated.

    >>> entry("x afterwards[0, 1]")
    'x afterwards[0, 1]'
    """
    output, bracket, index = part.partition("[")
    return name(output) + bracket + index


def _named(place: str, part: Part) -> Part:
    if isinstance(part, int):
        return part
    return name(part) if place in NAMES else entry(part) if place == ENTRY else part
