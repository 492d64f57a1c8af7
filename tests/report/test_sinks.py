"""Each place where findings are shown escapes by itself, whatever their parts hold."""

from fractions import Fraction
from html.parser import HTMLParser

import pytest
from nbconvert.filters.markdown_mistune import markdown2html_mistune

from autograder.commands.tables import scores
from autograder.data.sentence import Sentence, own_words
from autograder.gradebook.autograded.clean_text import as_list
from autograder.report import html, text
from autograder.results.kinds import Kind, Verdict
from autograder.results.result import CaseResult, ExerciseResult, Finding, SubmissionResult

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
SHOWN = ("{0}", "{name.__class__}", "%s", "[red]", "<script>alert(1)</script>", "$x$", "\\(x\\)")
GONE = ("\x1b[2J", "\x1b]0;title\x07", "\x9b31m", *TURNING)
TEXTS = (*SHOWN, *GONE)


def result(part: str) -> ExerciseResult:
    """A part as it may come: in what is said, in a detail, in a case's name, in a hint."""
    finding = Finding(Kind.RAISED, (Sentence("differs", entry=part),), (own_words(part),))
    hint = Sentence("mistake", name="ema", hint=part)
    named = Finding(Kind.MISTAKE, (hint,), mistake="ema")
    note = Finding(Kind.LIBRARY_USE, (Sentence("used-as-it-ran", name=part),))
    cases = (
        CaseResult(part, True, 1, Verdict.FAILED, finding=finding),
        CaseResult("other", False, 1, Verdict.PASSED, Fraction(1)),
    )
    return ExerciseResult("adam", Fraction(3), cases, (named, finding), (note,))


class Page(HTMLParser):
    """The tags of a page, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.text = ""
        self.classes: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.classes += [value or "" for name, value in attrs if name == "class"]

    def handle_data(self, data: str) -> None:
        self.text += data


def shows(shown: str, part: str) -> None:
    """The part is there as it is, or, where it would act, no longer there."""
    if part in GONE:
        assert not any(sign in shown for sign in "\x1b\x07\x9b" + TURNING)
    else:
        assert part in shown


@pytest.mark.parametrize("part", TEXTS, ids=ascii)
@pytest.mark.parametrize("render", [html.checked, html.exercise])
def test_a_page(render: object, part: str) -> None:
    page = Page(render(result(part)))  # type: ignore[operator]
    assert page.tags == {"div", "table", "tr", "td", "pre"}
    shows(page.text, part)
    # Neither MathJax of a notebook nor that of a page of feedback looks into it.
    assert page.classes[0].split() == ["tex2jax_ignore", "mathjax_ignore"]


@pytest.mark.parametrize("part", TEXTS, ids=ascii)
def test_plain_text(part: str) -> None:
    every = [text.checked(result(part)), text.exercise(result(part)), text.sentence(result(part))]
    for shown in [*every, *text.notes(result(part))]:
        shows(shown, part)


@pytest.mark.parametrize("part", TEXTS, ids=ascii)
def test_markdown(part: str) -> None:
    page = Page(markdown2html_mistune(as_list(result(part).findings)))
    assert page.tags <= {"ul", "li", "p"}
    shows(page.text, part)


@pytest.mark.parametrize("part", TEXTS, ids=ascii)
def test_a_terminal_s_table(
    part: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    scores.show("optimizers", [SubmissionResult(part, "optimizers", (result(part),))])
    shows(capsys.readouterr().out, part)
