"""The parts of a notebook, as `nbformat.v4` makes them, but not validated one by one.

That takes a third of all the time that a submission costs the gradebook; the notebook as a whole is
validated when it is written.
"""

from __future__ import annotations

from typing import Any

from nbformat import NotebookNode, from_dict
from nbformat.v4 import nbformat, nbformat_minor


def code_cell(source: str, outputs: list[NotebookNode]) -> NotebookNode:
    """A code cell; its id is still to be set."""
    return _node(
        cell_type="code", metadata={}, execution_count=None, source=source, outputs=outputs
    )


def markdown_cell(source: str) -> NotebookNode:
    """A Markdown cell; its id is still to be set."""
    return _node(cell_type="markdown", metadata={}, source=source)


def notebook(cells: list[NotebookNode], metadata: NotebookNode) -> NotebookNode:
    """A notebook of these cells."""
    return _node(nbformat=nbformat, nbformat_minor=nbformat_minor, metadata=metadata, cells=cells)


def stream(name: str, text: str) -> NotebookNode:
    """What a cell wrote to stdout or stderr."""
    return _node(output_type="stream", name=name, text=text)


def display_data(data: dict[str, str]) -> NotebookNode:
    """What a cell displayed, by MIME type."""
    return _node(output_type="display_data", metadata={}, data=data)


def execute_result(data: dict[str, str]) -> NotebookNode:
    """The value of a cell's last line, by MIME type."""
    return _node(output_type="execute_result", metadata={}, data=data, execution_count=None)


def error(name: str, value: str, traceback: list[str]) -> NotebookNode:
    """What a cell raised."""
    return _node(output_type="error", ename=name, evalue=value, traceback=traceback)


def _node(**fields: Any) -> NotebookNode:
    node: NotebookNode = from_dict(fields)
    return node
