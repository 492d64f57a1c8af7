"""What can be done to a notebook's file: each function makes another text of it."""

from __future__ import annotations

import base64
import json
from typing import Any

Cells = list[dict[str, Any]]


def _edited(text: str, **changes: Any) -> str:
    return json.dumps({**json.loads(text), **changes})


def _cells(text: str) -> Cells:
    cells: Cells = json.loads(text)["cells"]
    return cells


def _marks(cell: dict[str, Any]) -> dict[str, Any]:
    marks: dict[str, Any] = cell["metadata"].setdefault("nbgrader", {})
    return marks


def a_thousand_points(text: str) -> str:
    """Every cell is worth a thousand points, and has them already."""
    cells = _cells(text)
    for number, cell in enumerate(cells):
        _marks(cell).setdefault("grade_id", f"mine-{number}")
        _marks(cell).update(grade=True, locked=False, points=1000, score=1000, checksum="0" * 32)
        _marks(cell).update(auto_score=1000, manual_score=1000, extra_credit=1000)
    return _edited(text, cells=cells, metadata={"nbgrader": {"score": 14}, "score": 14})


def says_it_has_passed(text: str) -> str:
    """Every check shows the outputs of a full score."""
    cells = _cells(text)
    report = {"output_type": "display_data", "data": {"text/html": "10 of 10"}, "metadata": {}}
    score = {"output_type": "execute_result", "data": {"text/plain": "10.0"}, "metadata": {}}
    for cell in cells:
        if cell["cell_type"] == "code":
            cell["outputs"] = [report, {**score, "execution_count": 1}]
    return _edited(text, cells=cells)


def names_given_twice(text: str) -> str:
    """Each graded cell stands there three times; the first and last are the student's."""
    cells = _cells(text)
    graded = [cell for cell in cells if "grade_id" in _marks(cell)]
    faked = [
        {**cell, "cell_type": "code", "source": "print('GOT THROUGH')\n10.0", "outputs": []}
        for cell in graded
        if _marks(cell).get("locked")
    ]
    return _edited(text, cells=[*faked, *cells, *faked])


def locked_cells_edited(text: str) -> str:
    """What is locked says something else."""
    cells = _cells(text)
    for cell in cells:
        if _marks(cell).get("locked"):
            cell["source"] = "print('GOT THROUGH')\n10.0"
    return _edited(text, cells=cells)


def other_kinds_of_cells(text: str) -> str:
    """Locked cells and solutions change their kind, and their names change places."""
    cells = _cells(text)
    kinds = {"code": "markdown", "markdown": "raw", "raw": "code"}
    for cell in cells:
        cell["cell_type"] = kinds[cell["cell_type"]]
        grade_id = _marks(cell).get("grade_id", "")
        _marks(cell)["grade_id"] = {"adam": "check-adam", "check-adam": "adam"}.get(grade_id, "")
    return _edited(text, cells=cells)


def tags_that_skip(text: str) -> str:
    """Every cell says that it only draws, or is not to be run, graded or shown."""
    cells = _cells(text)
    for cell in cells:
        cell["metadata"]["tags"] = ["figure", "skip-execution", "remove-cell", "raises-exception"]
    return _edited(text, cells=cells)


def odd_values(text: str) -> str:
    """Values of kinds that have no business there, and numbers that JSON does not have."""
    odd: list[Any] = [[1, 2, [3]], {"a": "b"}, None, True, float("nan"), float("inf"), 10**400]
    cells = [
        {"cell_type": kind, "source": value, "metadata": value, "id": value, "outputs": value}
        for value in odd
        for kind in ("code", "markdown", "unheard of", value)
    ]
    return _edited(text, cells=[*odd, *cells, *_cells(text)], metadata={"kernelspec": odd})


def nested_deeply(text: str) -> str:
    """A hundred thousand lists in lists."""
    return f'{text.rstrip().removesuffix("}")}, "deep": {"[" * 100_000}{"]" * 100_000}}}'


def a_hundred_thousand_cells(text: str) -> str:
    """More cells than anyone has written."""
    own = {"cell_type": "code", "metadata": {}, "outputs": [], "source": "1"}
    return _edited(text, cells=_cells(text) + [own] * 100_000)


def format_99(text: str) -> str:
    """A format that is not there yet."""
    return _edited(text, nbformat=99, nbformat_minor="<script>alert(1)</script>\x1b[2J")


def a_kernel_of_its_own(text: str) -> str:
    """A kernel that would be a command, under a name that would be a page."""
    spec = {
        "name": "../../../../bin/sh -c 'touch /tmp/autograder-attack'",
        "display_name": "<script>alert(1)</script>\x1b[2J",
        "argv": ["sh", "-c", "touch /tmp/autograder-attack"],
        "language": "bash",
    }
    return _edited(text, metadata={"kernelspec": spec, "language_info": {"name": "bash"}})


def a_pickle(text: str) -> str:
    """Unpickling it would run a command."""
    del text
    return "cposix\nsystem\n(S'touch /tmp/autograder-attack'\ntR."


def hostile_attachments(text: str) -> str:
    """Pictures pasted into the prose that are none."""
    cells = _cells(text)
    script = base64.b64encode(b"<svg onload='alert(1)'><script>alert(1)</script></svg>").decode()
    pictures = {
        "evil.svg": {"image/svg+xml": script, "text/html": "<script>alert(1)</script>"},
        "evil.png": {"image/png": script, "image/png' onerror='alert(1)": script},
        "x' onerror='alert(1)": {"image/png": "x' onerror='alert(1)"},
    }
    for cell in cells:
        if cell["cell_type"] == "markdown":
            cell["attachments"] = pictures
    return _edited(text, cells=cells)
