"""What is printed beside a student's code, by us: in place of what can't be done there.

No catalogue is loaded beside a student's code. Whoever starts it hands over the translations.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_PLACE = re.compile(r"\{([a-z]+)\}")


def notice(text: str) -> str:
    """`text`, which is a notice, and is put into a catalogue as well."""
    return text


NOT_RUN = notice("not run while grading: {what}")
NO_CHECKS = notice("checks are not run while grading")
NO_EXIT = notice("exit: the cells that follow are run all the same")
LEFT_OUT = notice(
    "the rest of the output is left out: a cell may have {bytes} bytes and {pieces} pieces"
)

NOTICES = (NOT_RUN, NO_CHECKS, NO_EXIT, LEFT_OUT)

_translations: dict[str, str] = {}


def speak(translations: Mapping[str, str]) -> None:
    """Makes `translations`, by the English text, what is printed from now on."""
    _translations.clear()
    _translations.update(translations)


def noticed(text: str, **parts: str) -> str:
    """A notice in the reader's language, with `parts` in its places.

    >>> noticed(NOT_RUN, what="!ls {what}")
    'not run while grading: !ls {what}'
    """
    return _PLACE.sub(lambda place: parts[place[1]], _translations.get(text, text))
