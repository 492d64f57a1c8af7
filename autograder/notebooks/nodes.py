"""The parts of a notebook, as `nbformat.v4` makes them, but not validated one by one.

That takes a third of all the time that a submission costs the gradebook; the notebook as a whole is
validated when it is written.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from nbformat import NotebookNode, from_dict

PYTHON = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
"""The kernelspec of a notebook that says nothing of its kernel."""

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


def node(value: Mapping[str, Any]) -> NotebookNode:
    """A copy of `value` as nbformat holds it, with its entries as attributes."""
    made: NotebookNode = from_dict(dict(value))
    return made


def notebook(cells: list[NotebookNode], metadata: Mapping[str, Any] | None = None) -> NotebookNode:
    """A notebook of format 4.5 with these cells; one for Python where `metadata` is left out."""
    said = {"kernelspec": PYTHON} if metadata is None else metadata
    return node({"cells": cells, "metadata": said, "nbformat": 4, "nbformat_minor": 5})


def give_ids(cells: Iterable[NotebookNode], taken: Collection[str] = ()) -> None:
    """Gives a new id, by its place, to each cell whose id is missing, malformed or taken."""
    seen = set(taken)
    for number, cell in enumerate(cells, start=1):
        wanted = cell.get("id")
        again = 0
        while not (isinstance(wanted, str) and _ID.fullmatch(wanted)) or wanted in seen:
            wanted = f"cell-{number}-{again}" if again else f"cell-{number}"
            again += 1
        seen.add(wanted)
        cell["id"] = wanted


def code_cell(source: str, outputs: list[NotebookNode]) -> NotebookNode:
    """A code cell; its id is still to be set."""
    cell: dict[str, Any] = {"cell_type": "code", "metadata": {}, "execution_count": None}
    return node({**cell, "source": source, "outputs": outputs})


def markdown_cell(source: str) -> NotebookNode:
    """A Markdown cell; its id is still to be set."""
    return node({"cell_type": "markdown", "metadata": {}, "source": source})


def stream(name: str, text: str) -> NotebookNode:
    """What a cell wrote to stdout or stderr."""
    return node({"output_type": "stream", "name": name, "text": text})


def display_data(data: dict[str, str]) -> NotebookNode:
    """What a cell displayed, by MIME type."""
    return node({"output_type": "display_data", "metadata": {}, "data": data})


def execute_result(data: dict[str, str]) -> NotebookNode:
    """The value of a cell's last line, by MIME type."""
    shown: dict[str, Any] = {
        "output_type": "execute_result",
        "metadata": {},
        "execution_count": None,
    }
    return node({**shown, "data": data})


def error(name: str, value: str, traceback: list[str]) -> NotebookNode:
    """What a cell raised."""
    return node({"output_type": "error", "ename": name, "evalue": value, "traceback": traceback})
