"""Which language is spoken here, and its catalogue.

As with other programs, the variables LANGUAGE, LC_ALL, LC_MESSAGES and LANG say which language the
reader wants, in this order. A catalogue is a file LANGUAGE/LC_MESSAGES/autograder.mo in
`catalogues/`; TEXTDOMAINDIR names another folder, for whoever tries out a new one. English needs
none.
"""

from __future__ import annotations

import os
from functools import lru_cache
from gettext import NullTranslations, translation
from pathlib import Path

DOMAIN = "autograder"
ENGLISH = "en"

_WANTED = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "TEXTDOMAINDIR")


def catalogue() -> NullTranslations:
    """The catalogue of the reader's language; one without entries, for English, where none fits."""
    return _catalogue(tuple(os.environ.get(name, "") for name in _WANTED))


def current() -> str:
    """The language in which words are made now, as its catalogue names it: "en", "ko"."""
    return catalogue().info().get("language", ENGLISH)


@lru_cache(maxsize=8)
def _catalogue(wanted: tuple[str, ...]) -> NullTranslations:
    folder = wanted[-1] or str(Path(__file__).with_name("catalogues"))
    asked = next((languages for languages in wanted[:-1] if languages), ENGLISH).split(":")
    # What stands after English is wanted less than English is.
    before = asked[: [*map(_is_english, asked), True].index(True)]
    return translation(DOMAIN, folder, before, fallback=True) if before else NullTranslations()


def _is_english(language: str) -> bool:
    """
    >>> [_is_english(name) for name in ("en_GB.UTF-8", "C", "ko_KR")]
    [True, True, False]
    """
    return language.split(".")[0].split("_")[0].split("-")[0] in (ENGLISH, "C", "POSIX")
