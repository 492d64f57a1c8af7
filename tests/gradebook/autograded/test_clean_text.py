from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbconvert.filters import ansi2html
from nbconvert.filters.markdown_mistune import markdown2html_mistune

from autograder.data.sentence import own_words
from autograder.gradebook.autograded.clean_text import LONGEST, as_list, plain
from autograder.results.kinds import Kind
from autograder.results.result import Finding

ODD = st.text(st.sampled_from("\x1b[]38;5;21mPX^_\\\x07\x9b\r\n\x00aA?#(\u202e\ud800 3８"))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("\x1b[31mred\x1b[0m", "\x1b[31mred\x1b[0m"),
        ("\x1b[38;5;28;01mname\x1b[39m", "\x1b[38;5;28;01mname\x1b[39m"),
        ("\x1b[38;2;1;2;3mrgb\x1b[m", "\x1b[38;2;1;2;3mrgb\x1b[m"),
        ("\x1b[38mbroken", "broken"),
        ("\x1b[1;048mbroken", "broken"),
        ("\x1b[2J\x1b[10;1Hmoved", "moved"),
        ("\x1b]0;title\x07text", "text"),
        ("\x1b]8;;http://a.b\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1bc\x1b(0reset\x1b", "reset"),
        ("a\x08\x00b\x9b", "ab"),
        ("left\u202eright", "leftright"),
        ("half\ud83d", "half"),
        ("10 %\r 50 %\r100 %\r\ndone\r", "100 %\ndone"),
        ("tab\tstays\n", "tab\tstays\n"),
    ],
)
def test_plain(text: str, left: str) -> None:
    assert plain(text) == left


def test_long_text_is_cut_with_a_sentence() -> None:
    assert plain("x" * (LONGEST + 7)).endswith("x\n… 7 more characters were left out.\n")


@settings(deadline=None)
@given(ODD)
def test_whatever_is_printed_can_be_shown(text: str) -> None:
    shown = plain(text)
    shown.encode("utf-8")
    assert "\x1b" not in ansi2html(shown)  # type: ignore[no-untyped-call]
    assert plain(shown) == shown


@pytest.mark.parametrize(
    "text",
    [
        "use 1 - beta ** t, not <b>t</b>",
        "1. first",
        "- [link](javascript:alert(1)) ![](x)",
        "# `code` ~~gone~~ | a | $x_1$ &amp; \\* {x} !",
        "= one\n\ntwo\r\nthree \x1b[31mred",
    ],
)
def test_findings_are_read_as_they_were_written(text: str) -> None:
    html = markdown2html_mistune(as_list([Finding(Kind.RAISED, (own_words(text),))]))
    words = " ".join(text.replace("\x1b[31m", "").split())
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert html.strip() == f"<ul>\n<li>{escaped}</li>\n</ul>"
