"""What a student sees in JupyterLab of each assignment: unsolved, solved, with a known mistake."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from playwright.sync_api import Browser, Locator, expect

from autograder.demo.scripted import expectation, submission

from .legibility import contrasts
from .server import Server, jupyter_lab
from .window import Window

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROOT = Path(__file__).parents[3]
SUBMISSIONS = ROOT / "corpus" / "submissions"
MISTAKEN = {
    "batchnorm": SUBMISSIONS / "batchnorm" / "forward_gamma_beta_swapped.py",
    "dropout": SUBMISSIONS / "dropout" / "gradient_scaled_twice.py",
    "initializers": SUBMISSIONS / "initializers" / "modes_swapped.py",
    "optimizers": SUBMISSIONS / "optimizers" / "no_bias_correction.py",
}
CURVES = {
    "batchnorm": r" against call ",
    "optimizers": r"^w0\[0, 0\] against step 1 to 5: yours",
}
"""What is said of the picture of both runs; what is drawn at random has none."""
REFERENCE = "# ---\n# autograder:\n#   about: all as in the instructor's notebook\n# ---\n"

READ = 4.5
"""What WCAG 2 wants at least of text."""

SEEN = 3
"""... and of signs whose meaning also stands beside them."""

MARKS = "✓✗–!"

PROPORTIONS = """async image => {
    await image.decode();
    return [image.width / image.height, image.naturalWidth / image.naturalHeight];
}"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with jupyter_lab(tmp_path_factory.mktemp("course"), tmp_path_factory.mktemp("home")) as running:
        yield running


@pytest.fixture(scope="module", params=list(MISTAKEN))
def assignment(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def run_all(
    browser: Browser, server: Server, assignment: str, state: str, script: Path | None
) -> Window:
    """The release, opened in a folder of its own and run; with a script's solutions, if any."""
    notebook = server.root / f"{assignment}-{state}" / f"{assignment}.ipynb"
    shutil.copytree(ROOT / "release" / assignment, notebook.parent)
    if script is not None:
        source = nbformat.read(ROOT / "source" / assignment / notebook.name, as_version=4)
        released = nbformat.read(notebook, as_version=4)
        nbformat.write(submission(script, source, released), notebook)
    window = Window(browser, server, notebook)
    window.shoot("opened")
    window.run_all()
    window.shoot_all("run")
    return window


@pytest.fixture(scope="module")
def unsolved(browser: Browser, server: Server, assignment: str) -> Window:
    return run_all(browser, server, assignment, "unsolved", None)


@pytest.fixture(scope="module")
def solved(
    browser: Browser,
    server: Server,
    assignment: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> Window:
    script = tmp_path_factory.mktemp("reference") / "reference.py"
    script.write_text(REFERENCE)
    return run_all(browser, server, assignment, "solved", script)


@pytest.fixture(scope="module")
def mistaken(browser: Browser, server: Server, assignment: str) -> Window:
    return run_all(browser, server, assignment, "mistaken", MISTAKEN[assignment])


@pytest.fixture
def mistakes(assignment: str) -> dict[str, str]:
    """What the mistaken notebook does wrong, by the exercise's name."""
    return dict(expectation(MISTAKEN[assignment]).expects)


def checks(notebook: NotebookNode) -> dict[str, int]:
    """Where each exercise's check stands."""
    marks = [cell.metadata.get("nbgrader", {}) for cell in notebook.cells]
    return {
        mark.grade_id.removeprefix("check-"): index
        for index, mark in enumerate(marks)
        if mark.get("grade_id", "").startswith("check-")
    }


def figures(notebook: NotebookNode) -> list[int]:
    return [
        index
        for index, cell in enumerate(notebook.cells)
        if "figure" in cell.metadata.get("tags", [])
    ]


def complaints(notebook: NotebookNode) -> dict[int, str]:
    """What each cell wrote to stderr."""
    return {
        index: output.text
        for index, cell in enumerate(notebook.cells)
        for output in cell.get("outputs", [])
        if output.get("name") == "stderr"
    }


def shown_by(window: Window, index: int) -> Locator:
    """The HTML that the check in place `index` displays."""
    return window.cell(index).locator(".jp-RenderedHTML")


def faults(notebook: NotebookNode) -> dict[str, list[str]]:
    """The cells that did not run or raised, and what they raised."""
    raised = {
        cell.source: [output.ename for output in cell.outputs if output.output_type == "error"]
        for cell in notebook.cells
        if cell.cell_type == "code"
    }
    ran = {cell.source for cell in notebook.cells if cell.get("execution_count")}
    return {source: names for source, names in raised.items() if names or source not in ran}


def test_an_unsolved_notebook_runs_to_its_end(unsolved: Window) -> None:
    notebook = unsolved.saved()
    assert faults(notebook) == {}
    said = complaints(notebook)
    assert list(said) == list(checks(notebook).values())
    assert all(text.count("\n") == 1 and "is not written yet" in text for text in said.values())


def test_a_check_shows_its_table(unsolved: Window) -> None:
    for name, index in checks(unsolved.saved()).items():
        shown = shown_by(unsolved, index)
        expect(shown.get_by_text(f"{name}: 0 of ")).to_be_visible()
        expect(shown.locator("table")).to_be_visible()


def test_validate_fails_where_nothing_is_solved(unsolved: Window) -> None:
    said = unsolved.validate()
    assert "Success" not in said
    for name in checks(unsolved.saved()):
        assert f'check("{name}")' in said


def test_a_solved_notebook_passes_every_check(solved: Window) -> None:
    notebook = solved.saved()
    assert faults(notebook) == {}
    assert complaints(notebook) == {}
    for name, index in checks(notebook).items():
        shown = shown_by(solved, index)
        expect(shown.get_by_text(re.compile(rf"^{name}: (\d+) of \1 public case"))).to_be_visible()
        expect(shown.get_by_text("✗")).to_have_count(0)


def test_validate_passes_what_is_solved(solved: Window) -> None:
    assert "Success! Your notebook passes all the tests." in solved.validate()


def test_every_figure_is_seen(unsolved: Window, solved: Window, mistaken: Window) -> None:
    for window in (unsolved, solved, mistaken):
        notebook = window.saved()
        for index in figures(notebook):
            (output,) = notebook.cells[index].outputs
            shown = window.cell(index).locator(".jp-OutputArea-output")
            expect(shown).to_be_visible()
            if "image/png" in output.data:
                wide, drawn = shown.locator("img").evaluate(PROPORTIONS)
                assert wide == pytest.approx(drawn, rel=0.02)


def test_what_is_solved_is_drawn(solved: Window) -> None:
    for index in figures(solved.saved()):
        expect(solved.cell(index)).not_to_contain_text("not written yet")


def test_a_mistake_is_named(mistaken: Window, mistakes: dict[str, str]) -> None:
    notebook = mistaken.saved()
    assert faults(notebook) == {}
    at, said = checks(notebook), complaints(notebook)
    assert said.keys() == {at[name] for name in mistakes}
    for name, mistake in mistakes.items():
        expect(shown_by(mistaken, at[name])).to_contain_text(mistake)
        assert mistake in said[at[name]]


def test_where_a_mistaken_run_leaves_the_reference_is_seen(
    mistaken: Window, mistakes: dict[str, str], assignment: str
) -> None:
    for name, index in checks(mistaken.saved()).items():
        drawn = shown_by(mistaken, index).get_by_role("img")
        if assignment not in CURVES or name not in mistakes:
            expect(drawn).to_have_count(0)
            continue
        expect(drawn).to_be_visible()
        expect(drawn).to_have_accessible_name(re.compile(CURVES[assignment]))
        wide, itself = drawn.evaluate(PROPORTIONS)
        assert wide == pytest.approx(itself, rel=0.02)


def test_validate_fails_a_mistake_alone(mistaken: Window, mistakes: dict[str, str]) -> None:
    said = mistaken.validate()
    for name in checks(mistaken.saved()):
        assert (f'check("{name}")' in said) == (name in mistakes)
    assert all(mistake in said for mistake in mistakes.values())


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_word_of_a_check_can_be_read(mistaken: Window, theme: str) -> None:
    with mistaken.dark() if theme == "dark" else nullcontext():
        for index in checks(mistaken.saved()).values():
            faint = {
                text: ratio
                for text, ratio in contrasts(shown_by(mistaken, index))
                if ratio < (SEEN if text in MARKS else READ)
            }
            assert not faint
        mistaken.shoot_all(theme)


def test_a_check_fits_into_half_a_screen(mistaken: Window) -> None:
    with mistaken.narrow():
        mistaken.shoot_all("narrow")
        for index in checks(mistaken.saved()).values():
            shown = shown_by(mistaken, index)
            assert shown.evaluate("shown => shown.scrollWidth <= shown.clientWidth")
