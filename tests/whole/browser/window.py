"""A notebook in a browser window, and what a student does there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.reader import NotJSONError
from playwright.sync_api import Browser, Locator, Page, expect

from .server import Server

PATIENCE = 120_000
"""Milliseconds for one thing to happen, on a slow machine that does much else."""

# A cell that raises takes the star from those that wait behind it.
_NONE_WAITS = """() => {
    const prompts = [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')];
    const said = prompts.map(prompt => prompt.textContent);
    return said.some(text => /\\d/.test(text)) && !said.some(text => text.includes('*'));
}"""


def shoot(page: Page, name: str) -> None:
    """Writes a picture of `page` to the folder AUTOGRADER_SCREENSHOTS, if that is set."""
    if folder := os.environ.get("AUTOGRADER_SCREENSHOTS"):
        page.screenshot(path=Path(folder) / f"{name}.png")


class Window:
    """A notebook, opened in JupyterLab, with a kernel that runs."""

    def __init__(self, browser: Browser, server: Server, notebook: Path) -> None:
        self.notebook = notebook
        self.page: Page = browser.new_page(viewport={"width": 1280, "height": 900})
        self.page.set_default_timeout(PATIENCE)
        self.page.goto(server.url(notebook))
        expect(self.page.get_by_text(re.compile(r"\| Idle$"))).to_be_visible()

    def choose(self, *labels: str) -> None:
        """Goes through the menus, as in `choose("Run", "Run All Cells")`."""
        entries = self.page.locator(".lm-MenuBar-itemLabel, .lm-Menu-itemLabel")
        for label in labels:
            entries.filter(has_text=re.compile(f"^{label}$")).click()

    def run_all(self) -> None:
        """Runs all cells, and waits until all have run or one stops the others."""
        self.choose("Run", "Run All Cells")
        self.page.wait_for_function(_NONE_WAITS)

    def saved(self) -> NotebookNode:
        """The notebook, as it is saved now."""
        self.page.keyboard.press("Control+s")
        expect(self.page.locator(".lm-DockPanel .lm-TabBar-tab.jp-mod-dirty")).to_have_count(0)
        return self._read(patience=50)

    def _read(self, patience: int) -> NotebookNode:
        """What was saved, which JupyterLab may be writing at this very moment."""
        try:
            read: NotebookNode = nbformat.read(self.notebook, as_version=4)
        except NotJSONError:
            if not patience:
                raise
            self.page.wait_for_timeout(100)
            return self._read(patience - 1)
        return read

    def validate(self) -> str:
        """What nbgrader's button says."""
        self.page.get_by_role("button", name="Validate", exact=True).click()
        dialog = self.page.get_by_role("dialog").filter(has_text="Validation Results")
        said = dialog.inner_text()
        self.shoot("validated")
        dialog.get_by_role("button", name="Ok").click()
        return said

    def cell(self, index: int) -> Locator:
        """The cell in place `index`, scrolled to."""
        cell = self.page.locator(".jp-Notebook-cell").nth(index)
        cell.scroll_into_view_if_needed()
        return cell

    @contextmanager
    def dark(self) -> Iterator[None]:
        """JupyterLab in its dark theme."""
        self._wear("JupyterLab Dark", "false")
        try:
            yield
        finally:
            self._wear("JupyterLab Light", "true")

    @contextmanager
    def narrow(self) -> Iterator[None]:
        """Half a screen."""
        self.page.set_viewport_size({"width": 900, "height": 900})
        try:
            yield
        finally:
            self.page.set_viewport_size({"width": 1280, "height": 900})

    def shoot(self, stage: str) -> None:
        """Keeps a picture of the window; see `shoot`."""
        shoot(self.page, f"{self.notebook.parent.name}-{stage}")

    def shoot_all(self, stage: str) -> None:
        """Like `shoot`, in a window as high as the whole notebook."""
        if not os.environ.get("AUTOGRADER_SCREENSHOTS"):
            return
        size = self.page.viewport_size
        assert size is not None
        panel = self.page.locator(".jp-WindowedPanel-outer")
        for _ in range(2):  # the height of a cell is a guess until it has been in sight
            high = panel.evaluate("panel => panel.scrollHeight")
            self.page.set_viewport_size({"width": size["width"], "height": high + 200})
            self.cell(0)
        self.shoot(stage)
        self.page.set_viewport_size(size)

    def _wear(self, theme: str, light: str) -> None:
        self.choose("Settings", "Theme", theme)
        expect(self.page.locator(f'body[data-jp-theme-light="{light}"]')).to_be_attached()
