"""In a made-up language with every text in brackets, nothing is said outside of them."""

import json
import os
import re
import subprocess
import sys
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import nbformat
import pytest

from autograder.commands.tables import scores
from autograder.data.sentence import Sentence
from autograder.gradebook.autograded.clean_text import as_list
from autograder.report import curves, html, text
from autograder.results.divergence import Divergence
from autograder.results.kinds import Kind, Verdict
from autograder.results.result import CaseResult, ExerciseResult, Finding, SubmissionResult
from autograder.words.templates import TEMPLATES
from autograder.words.told import places, told
from tests.words import made_up
from tests.words.made_up import outside

ROOT = Path(__file__).parents[2]


def sentence(template: str) -> Sentence:
    parts = {
        place: 2 if place == "number" else f"({place})" for place in places(TEMPLATES[template])
    }
    return Sentence(template, **parts)


def words(shown: str) -> set[str]:
    """What of a text is in no brackets."""
    return set(re.findall(r"[^\W\d_]{2,}", outside(shown)))


class Words(HTMLParser):
    """What a page says, in texts and in attributes that are read out."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.feed(page)

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        self.said += [value or "" for name, value in attrs if name in ("title", "alt")]

    def handle_data(self, data: str) -> None:
        self.said.append(data)


@pytest.mark.usefixtures("xx")
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_is_translated(template: str) -> None:
    said = told(sentence(template))
    assert said.startswith("[")
    assert said.endswith("]")
    assert outside(said) == ""


def result(credit: Fraction, verdict: Verdict) -> ExerciseResult:
    """With everything that a report can show."""
    said, detail = sentence("not-finite-at"), (sentence("off-by"), sentence("shape-is"))
    finding = Finding(Kind.VALUE, (said,), detail)
    named = Finding(Kind.MISTAKE, (sentence("mistake"), sentence("failing-counts-half")), (), "ema")
    note = Finding(Kind.LIBRARY_USE, (sentence("forbidden-and-more"), sentence("used-at")))
    cases = (
        CaseResult("CASE", True, 1, verdict, credit, finding),
        CaseResult("CASE", False, 2, Verdict.PASSED, Fraction(1)),
        CaseResult("CASE", False, 1, Verdict.SKIPPED, finding=Finding(Kind.NOTICE, (said,))),
    )
    parting = Divergence("CASE", "w[0]", "step", 2, 1, (1.0, 2.0, None), (1.0, 1.0, 1.0))
    return ExerciseResult("NAME", Fraction(3), cases, (named, finding), (note,), parting)


RESULTS = [
    result(Fraction(0), Verdict.FAILED),
    result(Fraction(1, 2), Verdict.FAILED),
    result(Fraction(1, 3), Verdict.FAILED),
    result(Fraction(1), Verdict.BROKEN),
]
NAMES = {"CASE", "NAME", "kim"}


@pytest.mark.usefixtures("xx")
@pytest.mark.parametrize("of", RESULTS)
def test_reports_say_nothing_of_their_own(of: ExerciseResult) -> None:
    for shown in (text.checked(of), text.exercise(of), text.sentence(of), *text.notes(of)):
        assert words(shown) <= NAMES, shown
    for page in (html.checked(of), html.exercise(of)):
        assert {word for said in Words(page).said for word in words(said)} <= NAMES
    assert words(as_list(of.findings).replace("\\", "")) == set()


@pytest.mark.usefixtures("xx")
def test_pictures_say_nothing_of_their_own() -> None:
    parting = RESULTS[0].divergence
    assert parting is not None
    figure = curves.draw(parting)
    shown = [*figure.legends[0].get_texts(), *[axis.label for axis in _axes(figure)]]
    assert len(shown) == 5
    assert {word for label in shown for word in words(label.get_text())} <= {"w"}


def _axes(figure: Any) -> list[Any]:
    return [figure.axes[0].xaxis, figure.axes[0].yaxis]


@pytest.mark.usefixtures("xx")
def test_the_table_of_scores_says_nothing_of_its_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "2000")
    scores.show("NAME", [SubmissionResult("kim", "NAME", tuple(RESULTS[:3]))])
    written = capsys.readouterr().out
    assert words(written) <= NAMES
    assert "[first finding]" in written


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The demo's class, graded in xx, and what the command printed."""
    folder = tmp_path_factory.mktemp("xx")
    made_up.write(folder / "catalogues")
    language = {"TEXTDOMAINDIR": str(folder / "catalogues"), "LANGUAGE": "xx", "COLUMNS": "2000"}
    done = subprocess.run(
        [sys.executable, "-m", "autograder", "demo", str(folder / "demo")],
        cwd=ROOT,
        env={**os.environ, **language},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return folder / "demo", done.stdout


def receipts(folder: Path) -> list[Any]:
    return [json.loads(path.read_bytes()) for path in folder.glob("reports/*/*.json")]


@pytest.mark.slow
def test_a_class_is_graded_in_the_reader_s_language(demo: tuple[Path, str]) -> None:
    folder, printed = demo
    students = {path.name for path in (folder / "submitted").iterdir()}
    assignments = {path.name for path in (folder / "release").iterdir() if path.is_dir()}
    exercises = [one for receipt in receipts(folder) for one in receipt["result"]["exercises"]]
    named = students | assignments | {exercise["name"] for exercise in exercises}
    assert words(printed) <= {word for name in named for word in words(name)}
    names = {case["name"] for exercise in exercises for case in exercise["cases"]}
    pages = [
        output["data"]["text/html"]
        for path in folder.glob("autograded/*/*/*.ipynb")
        for cell in nbformat.read(path, as_version=4).cells
        for output in cell.get("outputs", ())
        if "text/html" in output.get("data", {})
    ]
    assert len(pages) > 50
    bare = {said.strip() for page in pages for said in Words(page).said if words(said)}
    assert bare <= names


@pytest.mark.slow
def test_receipts_hold_no_language(demo: tuple[Path, str]) -> None:
    everything = json.dumps([receipt["result"] for receipt in receipts(demo[0])])
    texts = [text for text in TEMPLATES.values() if isinstance(text, str)]
    assert '"template": "differs-at"' in everything
    assert not any(made_up.bracketed(text)[:20] in everything for text in texts)
