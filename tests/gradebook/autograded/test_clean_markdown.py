from __future__ import annotations

import base64
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbconvert.filters.markdown_mistune import markdown2html_mistune

from autograder.gradebook.autograded.clean_markdown import LONGEST, shown, verbatim

PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\0").decode()
ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<p style='position:fixed' onclick=alert(1) class=btn id=x>a</p>",
    "<style>body{display:none}</style>",
    "<iframe src=//evil></iframe><object data=x></object><embed src=x>",
    "<form action=/formgrader><input type=submit></form>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt&#58;alert(1))",
    "[a][b]\n\n[b]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "<a href='java\nscript:alert(1)'>a</a> <a href='data:text/html,<script>'>b</a>",
    "![a](javascript:alert(1)) ![b](http://evil/pixel.png) ![c](/formgrader/x)",
    "```mermaid\n<img src=x onerror=alert(1)>\n```",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "</div></div><div><!-- --><b title='a\n\n<script>alert(1)</script>'>",
    "$<script>alert(1)</script>$ $$</div>\n\n<script>alert(1)</script>$$",
    "\\begin{a}<script>alert(1)</script>\\end{a}",
    "<base href=//evil><meta http-equiv=refresh content=0><link rel=stylesheet href=x>",
]


class Markup(HTMLParser):
    """Collects tags and attributes of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.all_tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all_tags.append(tag)
        self.attributes += attrs


def check_that_nothing_runs(page: str) -> None:
    markup = Markup(page)
    harmless = "h1 h2 h3 h4 h5 h6 p br hr div blockquote ul ol li dl dt dd table thead tbody tr th"
    harmless += " td a img b i strong em del sub sup code pre"
    assert {*markup.all_tags} <= {*harmless.split()}
    for name, value in markup.attributes:
        assert name in {"href", "src", "alt", "title"}
        if name == "href":
            assert str(value).lower().startswith(("http://", "https://", "mailto:", "#"))
        if name == "src":
            assert str(value).startswith("data:image/png;base64,")


@pytest.mark.parametrize("source", ATTACKS)
@pytest.mark.parametrize("show", [shown, verbatim])
def test_nothing_of_a_student_s_runs(source: str, show: type[str]) -> None:
    page = markdown2html_mistune(show(source))
    check_that_nothing_runs(page)
    assert page.strip() == show(source)  # Markdown takes it as it is


@settings(deadline=None)
@given(st.lists(st.sampled_from([*ATTACKS, *"<>[]()$`*_~|:!\\\"'= \n", "    ", "x", "\n\n"])))
def test_nothing_runs_however_it_is_put_together(pieces: list[str]) -> None:
    page = markdown2html_mistune(shown("".join(pieces)))
    check_that_nothing_runs(page)
    assert page.strip() == shown("".join(pieces))


def test_what_students_write_stays() -> None:
    source = (
        "## Why\n\nBecause $m_t < v_t$ and **so** on, see [here](https://a.b/c).\n\n"
        "- one\n- two\n\n```python\nif a < b:\n\n    pass\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    )
    page = shown(source).replace("&#10;", "\n")
    for piece in (
        "<h2>Why</h2>",
        "$m_t &lt; v_t$ and <strong>so</strong>",
        '<a href="https://a.b/c">here</a>',
        "<li>one</li>",
        "if a &lt; b:\n\n    pass",
        "<td>1</td>",
    ):
        assert piece in page


def test_a_pasted_picture_stays_if_it_is_one() -> None:
    pasted = {"a.png": {"image/png": PNG}, "b.svg": {"image/svg+xml": "PHN2Zz4="}, "c": 1}
    assert f'src="data:image/png;base64,{PNG}"' in shown("![a](attachment:a.png)", pasted)
    for name in ("b.svg", "c", "missing"):
        source = f"![a](attachment:{name})"
        assert shown(source, pasted) == verbatim(source)


def test_long_text_is_shown_as_it_was_typed() -> None:
    source = "*a*" * LONGEST
    assert shown(source).startswith("<pre>*a*")


@pytest.mark.parametrize("piece", ["[", "![", "<", "`a", "*a ", "$ ", "\\\\[", "> ", "- ", "[a]("])
def test_no_text_takes_for_ever(piece: str) -> None:
    source = piece * (LONGEST // len(piece))
    assert shown(source).startswith(("<div>", "<pre>"))
