"""A valid notebook, put together from whatever was found in a file.

`nbformat.convert` and `validate` would do, but they log, warn, draw random ids, and raise a dozen
kinds of exception on what Jupyter did not write. Here the sources of the cells and what is told
about them are taken over where they have a meaning; outputs are left behind.
"""

from __future__ import annotations

import re
from typing import Any

from nbformat import NotebookNode

from autograder.notebooks.nodes import PYTHON, give_ids, node, notebook

VERSIONS = (2, 3, 4)
MAX_CELLS = 10_000

# Neither can be written to a file or compiled, and no honest cell holds one.
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")
# How an editor showed a cell. The format binds these; nothing here looks at them.
_APPEARANCE = {"collapsed", "execution", "format", "jupyter", "name", "scrolled"}


def mended(parsed: dict[str, Any]) -> NotebookNode:
    """The notebook of format 4.5 that `parsed`, read from JSON, stands for; maybe without cells.

    No more than `MAX_CELLS` + 1 cells are looked at.
    """
    raw = _dicts(parsed.get("cells")) if parsed.get("nbformat", 4) == 4 else _upgraded(parsed)
    cells = [node(_cell(cell)) for cell in raw[: MAX_CELLS + 1]]
    give_ids(cells)
    return notebook(cells, {"kernelspec": _kernelspec(parsed.get("metadata"))})


def _upgraded(parsed: dict[str, Any]) -> list[dict[str, Any]]:
    """The cells of format 2 or 3, out of their worksheets, as format 4 writes them."""
    sheets = _dicts(parsed.get("worksheets"))
    cells = [cell for sheet in sheets for cell in _dicts(sheet.get("cells"))]
    return [{**cell, **_upgraded_source(cell)} for cell in cells]


def _upgraded_source(cell: dict[str, Any]) -> dict[str, Any]:
    lines = _texts(cell.get("input" if cell.get("cell_type") == "code" else "source"))
    # Some of its writers left the line ends out.
    gap = "" if lines and lines[0].endswith("\n") else "\n"
    source = gap.join(lines)
    match cell.get("cell_type"):
        case "heading":
            level = cell.get("level", 1)
            marks = "#" * (level if level in range(1, 7) else 1)
            return {"cell_type": "markdown", "source": f"{marks} {source}"}
        case "html":
            return {"cell_type": "markdown", "source": source}
        case _:
            return {"source": source}


def _cell(raw: dict[str, Any]) -> dict[str, Any]:
    kind = raw.get("cell_type")
    metadata = raw.get("metadata")
    cell = {
        "id": raw.get("id"),
        "cell_type": kind if kind in ("code", "markdown") else "raw",
        "metadata": _metadata(metadata if isinstance(metadata, dict) else {}),
        "source": _joined(raw.get("source")),
    }
    if kind == "code":
        return {**cell, "outputs": [], "execution_count": None}
    attachments = _attachments(raw.get("attachments"))
    return {**cell, "attachments": attachments} if attachments else cell


def _metadata(raw: dict[str, Any]) -> dict[str, Any]:
    metadata = {key: value for key, value in raw.items() if key not in _APPEARANCE}
    written = [_writable(tag) for tag in _texts(metadata.pop("tags", None))]
    tags = [tag for tag in dict.fromkeys(written) if tag and "," not in tag]
    kept: dict[str, Any] = _writable(metadata)
    return {**kept, "tags": tags} if tags else kept


def _attachments(raw: Any) -> dict[str, dict[str, str]]:
    """Images pasted into a text cell: name to type to base64."""
    bundles = raw.items() if isinstance(raw, dict) else ()
    return {
        _writable(name): {_writable(kind): _joined(data) for kind, data in bundle.items()}
        for name, bundle in bundles
        if isinstance(bundle, dict)
    }


def _kernelspec(metadata: Any) -> dict[str, str]:
    spec = metadata.get("kernelspec") if isinstance(metadata, dict) else None
    texts = spec if isinstance(spec, dict) else {}
    return {
        key: _writable(texts[key]) if isinstance(texts.get(key), str) else value
        for key, value in PYTHON.items()
    }


def _joined(value: Any) -> str:
    """A text that may stand as a list of lines."""
    return str(_writable("".join(_texts(value))))


def _texts(value: Any) -> list[str]:
    entries = value if isinstance(value, list) else [value]
    return [entry for entry in entries if isinstance(entry, str)]


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _writable(value: Any) -> Any:
    """`value`, every text in it fit to be written as UTF-8."""
    match value:
        case str():
            return _UNWRITABLE.sub("\ufffd", value)
        case list():
            return [_writable(entry) for entry in value]
        case dict():
            return {_writable(key): _writable(entry) for key, entry in value.items()}
        case _:
            return value
