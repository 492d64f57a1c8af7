"""How long, and how many, the parts of a message and of a notebook cell's outputs may be.

Whoever records what student code says cuts it to these sizes, and the grader accepts no more.
"""

from __future__ import annotations

from autograder.data.sentence import Sentence

MESSAGE_LENGTH = 2000
WHERE_LENGTH = 4000
NAME_LENGTH = 100
MAX_OUTPUTS = 1000
MAX_ERRORS = 5
MAX_LINES = 300
MAX_USES = 20
"""So many outputs may a cell have, errors among them, lines a traceback, and uses a case."""


MAX_PARTS = 8
"""So many parts may a sentence have that crosses, with `MESSAGE_LENGTH` characters together."""

MAX_TENSORS = 4096
MAX_NAME = 256
MAX_AXES = 16


def capped(sentence: Sentence) -> Sentence:
    """`sentence`, its texts cut such that together they have `MESSAGE_LENGTH` characters at most.

    >>> capped(Sentence("own words", text="a" * 3000)) == Sentence("own words", text="a" * 2000)
    True
    """
    parts = [*sentence.parts.items()][:MAX_PARTS]
    longest = MESSAGE_LENGTH // max(1, len(parts))
    cut = {name: part if type(part) is int else str(part)[:longest] for name, part in parts}
    return Sentence(sentence.template[:NAME_LENGTH], **cut)
