"""Nothing that a student or an instructor reads bypasses the catalogue."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import autograder
from autograder.judging.statistics import MEASURES
from autograder.results.kinds import Kind
from autograder.sealed.outside.seal import Tier
from autograder.words import language, names
from autograder.words.complaints import COMPLAINTS
from autograder.words.said import Plural
from autograder.words.templates import TEMPLATES
from autograder.words.told import places

PACKAGE = Path(autograder.__file__).parent
CATALOGUES = Path(language.__file__).with_name("catalogues")
POT = Path(language.__file__).with_name("autograder.pot")
KEYWORDS = {"said": None, "marked": None, "notice": None, "counted": (1, 2), "Plural": (1, 2)}

WORDS = re.compile(r"[A-Za-z]{2,}[,:;.]? +[A-Za-z]{2,}")

KEYS = {*Kind, *(kind.traits.kills for kind in Kind), *MEASURES, *names.OUTPUTS, *Tier}
"""Names that are looked up, and have words of their own where they are shown."""

PLACE = re.compile(r"(outside )?(upper|lower) (left|right|center)|offset points")
"""matplotlib's own words for places."""

CODE = {
    "__init__.py": "what Python says of a name that is not there",
    "building/folded.py": "titles in a notebook, whose language is its author's",
    "building/setup_cell.py": "a cell in a notebook, whose language is its author's",
    "building/wheel.py": "the form of a wheel",
    "demo/making.py": "a mark in a folder",
    "drives/dropout_calls.py": "calls, as code writes them",
    "drives/layer_calls.py": "calls, as code writes them",
    "gradebook/database/comments.py": "nbgrader's own word for an unchanged answer",
    "gradebook/database/database.py": "what a database is told",
    "laws": "names of measures, put together",
    "notebooks/marks.py": "nbgrader's marks",
    "exercises/syntax.py": "what is made into a digest",
    "running/recorder.py": "what Python says of a stream that is given no text",
    "sealed/inside": "what a process that can't be used says to the grader, for whoever mends it",
    "sealed/outside/warm_seal.py": "the name of a thread",
    "sealed/outside/replies.py": "which rule of the wire was broken, for whoever mends it",
    "sealed/wire": "which rule of the wire was broken, for whoever mends it",
    "sealed/walls": "names of system calls",
    "sealed/doctor/attempts.py": "code that is tried",
    "data/sentence.py": "names of templates",
}
"""What else has words, and is read by nobody, or by nobody in a language."""


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """The texts of a module that look like words, but for docstrings and what is in a catalogue."""
    tree = ast.parse(path.read_text("utf-8"))
    skipped: set[ast.AST] = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        for statement in body if isinstance(body, list) else []:
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                skipped.add(statement.value)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in KEYWORDS:
            skipped |= {part for argument in node.args for part in ast.walk(argument)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or node in skipped:
            continue
        text = node.value
        if not isinstance(text, str) or text in KEYS or PLACE.fullmatch(text):
            continue
        if WORDS.search(text):
            yield node.lineno, text


def test_texts_are_found(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        '"""A docstring here."""\n'
        "def f(x):\n"
        '    """Another docstring here."""\n'
        '    said("in a catalogue", x=f"{x} not in one")\n'
        '    return "value", f"{x}one either", lambda: "nor is this"\n'
    )
    assert sorted(text for _, text in texts(module)) == [" not in one", "nor is this", "one either"]


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_words_bypass_the_catalogue(path: Path) -> None:
    place = path.relative_to(PACKAGE).as_posix()
    if any(place == code or place.startswith(f"{code}/") for code in CODE):
        pytest.skip("read by nobody, or by nobody in a language")
    assert [*texts(path)] == []


def sentences() -> Iterator[tuple[str, str, set[str] | None]]:
    """Where, which template, and which parts: of each `Sentence(...)` with a name in its place."""
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Sentence"):
                continue
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant):
                given = {keyword.arg or "" for keyword in node.keywords}
                where = f"{path.relative_to(PACKAGE)}:{node.lineno}"
                yield where, str(first.value), None if "" in given else given


def test_every_sentence_has_its_template_and_the_parts_of_it() -> None:
    found = [*sentences()]
    assert len(found) > 60
    for where, template, given in found:
        assert template in TEMPLATES, where
        if given is not None:
            assert given == places(TEMPLATES[template]), where


def test_every_template_is_used() -> None:
    code = "".join(path.read_text("utf-8") for path in modules() if path.parent.name != "words")
    for template in TEMPLATES:
        base = re.sub(r"-(at|more)$", "", template)
        assert f'"{template}"' in code or f'"{base}"' in code or template in ("author", "own words")


def test_what_may_cross_has_few_parts() -> None:
    assert max(len(places(template)) for template in COMPLAINTS.values()) <= 8


def test_one_and_many_have_the_same_places() -> None:
    for template in TEMPLATES.values():
        if isinstance(template, Plural):
            assert places(template.one) == places(template.many)
            assert "number" in places(template.one)


def ids(catalogue: Catalog) -> set[str | tuple[str, ...]]:
    return {entry.id if isinstance(entry.id, str) else tuple(entry.id) for entry in catalogue} - {
        ""
    }


def test_translators_have_one_file_with_all_that_is_said() -> None:
    found = Catalog()
    for _, _, text, _, _ in extract_from_dir(str(PACKAGE), keywords=KEYWORDS):
        found.add(text)
    with POT.open("rb") as file:
        kept = read_po(file)
    assert ids(found) == ids(kept), "run `make words`"


def _misplaced(catalogue: Catalog) -> list[str]:
    """What a catalogue translates with other places than the English text has."""
    wrong = []
    for entry in catalogue:
        if not entry.id or not entry.string:
            continue
        texts = (entry.id,) if isinstance(entry.id, str) else entry.id
        translations = (entry.string,) if isinstance(entry.string, str) else entry.string
        wanted = {name for text in texts for name in places(text)}
        wrong += [text for text in translations if places(text) != wanted]
    return wrong


@pytest.mark.parametrize("path", sorted(CATALOGUES.rglob("*.po")), ids=str)
def test_every_catalogue_has_the_same_places(path: Path) -> None:
    with path.open("rb") as file:
        assert _misplaced(read_po(file)) == []


def test_other_places_are_noticed() -> None:
    catalogue = Catalog("xx")
    catalogue.add("{a} of {b}", "{b}: {a}")
    assert _misplaced(catalogue) == []
    catalogue.add("{a} or {b}", "{b.__class__}")
    catalogue.add(("{number} way", "{number} ways"), ("one way", "{number} ways"))
    assert _misplaced(catalogue) == ["{b.__class__}", "one way"]
