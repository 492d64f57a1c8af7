"""Untrusted text, made fit to be shown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from autograder.report.sentences import message
from autograder.results.result import Finding
from autograder.words.said import counted

LONGEST = 20_000
"""Characters of one text that are kept."""

# A colour that nbconvert can show: it fails on one that breaks off, such as "\x1b[38m".
_COLOUR = r"(?:[34]8;(?:5;[0-9]{1,3}|2(?:;[0-9]{1,3}){3})|(?!0?[34]8(?![0-9]))[0-9]{1,3})"
_ESCAPES = re.compile(
    rf"(\x1b\[(?:{_COLOUR}(?:;{_COLOUR})*)?m)"  # kept
    r"|\x1b\[[0-?]*[ -/]*[@-~]"  # every other control sequence: moves, erases, modes
    r"|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?"  # strings for the terminal: titles, links
    r"|\x1b[ -/]*[0-~]?"  # short ones
    r"|[\x00-\x08\x0b-\x1f\x7f-\x9f]"  # control characters but tab and new line
    r"|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # what turns the direction of other text
    r"|[\ud800-\udfff]"  # halves of characters, which no file can hold
)
_MARKDOWN = re.compile(r"[\\`*_{}\[\]()<>#|~$&!]|^[-+=]|(?<=^\d)[.]")


def plain(text: str) -> str:
    r"""`text` without what a terminal or a browser would act on; colours stay.

    >>> plain("\x1b]0;title\x07one\x1b[2J \x1b[31mred\x1b[0m\n10 %\r100 %\n")
    'one \x1b[31mred\x1b[0m\n100 %\n'
    """
    if len(text) > LONGEST:
        rest = counted(
            "… {number} more character was left out.",
            "… {number} more characters were left out.",
            len(text) - LONGEST,
        )
        text = f"{text[:LONGEST]}\n{rest}\n"
    text = text.replace("\r\n", "\n")
    text = "\n".join(line.rstrip("\r").rsplit("\r", 1)[-1] for line in text.split("\n"))
    return _ESCAPES.sub(lambda match: match[1] or "", text)


def as_list(findings: Iterable[Finding]) -> str:
    """What `findings` say, as a list in Markdown."""
    return "\n".join(f"- {_as_markdown(message(finding))}" for finding in findings)


def _as_markdown(text: str) -> str:
    r"""`text` on one line, such that Markdown shows it as it is.

    >>> _as_markdown("1. [a](b) <i>\n*p*")
    '1\\. \\[a\\]\\(b\\) \\<i\\> \\*p\\*'
    """
    words = " ".join(re.sub(r"\x1b\[[0-9;]*m", "", plain(text)).split())
    return _MARKDOWN.sub(r"\\\g<0>", words)
