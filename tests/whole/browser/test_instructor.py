"""What an instructor sees in nbgrader's formgrader, once `autograder grade` has run."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from autograder.demo.scripted import submission

from .server import jupyter_lab
from .window import PATIENCE, shoot

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROOT = Path(__file__).parents[3]
NAME = "optimizers"
SCRIPTS = {"kim": "plain", "lee": "no_bias_correction"}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with one assignment, which two students handed in, graded."""
    root = tmp_path_factory.mktemp("course")
    config = (ROOT / "nbgrader_config.py").read_text()
    # The default exchange is the machine's, where formgrader would make it.
    (root / "nbgrader_config.py").write_text(f"{config}\nget_config().Exchange.root = '{root}'\n")
    for folder in ("solutions", "source", "release"):
        shutil.copytree(ROOT / folder / NAME, root / folder / NAME)
    notebooks = [root / folder / NAME / f"{NAME}.ipynb" for folder in ("source", "release")]
    source, released = (nbformat.read(path, as_version=4) for path in notebooks)
    for student, script in SCRIPTS.items():
        written = ROOT / "corpus" / "submissions" / NAME / f"{script}.py"
        handed_in = root / "submitted" / student / NAME / f"{NAME}.ipynb"
        handed_in.parent.mkdir(parents=True)
        nbformat.write(submission(written, source, released), handed_in)
    subprocess.run([sys.executable, "-m", "autograder", "grade", NAME], cwd=root, check=True)
    return root


@pytest.fixture(scope="module")
def formgrader(
    browser: Browser, course: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """Formgrader, as it opens."""
    with jupyter_lab(course, tmp_path_factory.mktemp("home")) as server:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(PATIENCE)
        page.goto(f"{server.address}formgrader?token={server.token}")
        yield page


@pytest.fixture
def submissions(formgrader: Page) -> Page:
    """The list of what was handed in."""
    formgrader.get_by_role("link", name="Manage Assignments").click()
    formgrader.get_by_role("row").filter(has_text=NAME).get_by_role(
        "link", name="2", exact=True
    ).click()
    return formgrader


def row(page: Page, text: str) -> Locator:
    return page.get_by_role("row").filter(has_text=text)


def test_formgrader_shows_the_class(submissions: Page) -> None:
    kim, lee = row(submissions, "kim"), row(submissions, "lee")
    expect(kim).to_contain_text("graded")
    expect(kim).to_contain_text(re.compile(r"(\d+) / \1\b"))
    expect(lee).to_contain_text("graded")
    expect(lee).not_to_contain_text(re.compile(r"(\d+) / \1\b"))
    shoot(submissions, "formgrader-submissions")


def test_its_autograde_button_names_the_command(submissions: Page) -> None:
    before = row(submissions, "lee").inner_text()
    row(submissions, "lee").locator(".autograde a").click()
    dialog = submissions.get_by_role("dialog")
    expect(dialog).to_contain_text("Nothing was changed. Use `autograder grade optimizers`")
    shoot(submissions, "formgrader-refusal")
    dialog.get_by_role("button", name="OK").click()
    expect(dialog).to_have_count(0)
    expect(row(submissions, "lee")).to_have_text(before, use_inner_text=True)


def test_a_graded_notebook_names_the_mistake(submissions: Page) -> None:
    row(submissions, "lee").locator(".student-name a").click()
    submissions.get_by_role("link", name=NAME).last.click()
    report = submissions.locator("div", has_text=re.compile("^→ no-bias-correction: "))
    report.scroll_into_view_if_needed()
    shoot(submissions, "formgrader-report")
    expect(report).to_be_visible()
