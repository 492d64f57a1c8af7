"""The outputs of the cells of an autograded notebook: the students', and our verdicts."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable
from typing import Any

from nbformat import NotebookNode

from autograder.gradebook.autograded.clean_text import plain
from autograder.notebooks import nodes
from autograder.report.html import exercise as exercise_html
from autograder.report.text import exercise as exercise_text
from autograder.results.result import ExerciseResult
from autograder.words.said import said

MOST = 200
"""Outputs of one cell that are kept."""
BYTES = 1_000_000
"""Size of all outputs of one cell that are kept."""
_WIDEST = 8192
_PNG = b"\x89PNG\r\n\x1a\n"


def student_outputs(raw: Iterable[Any]) -> list[NotebookNode]:
    """What is fit to be shown of a cell's outputs: text and PNG images, so much and no more.

    HTML, SVG, JavaScript, widgets and what is no output at all are left out.
    """
    kept: list[NotebookNode] = []
    left = BYTES
    for output in raw:
        made = _fit(output) if isinstance(output, dict) else None
        if made is None:
            continue
        left -= len(str(made))
        if left < 0 or len(kept) == MOST:
            rest = said("… the rest of what this cell showed was left out.\n")
            return [*kept, nodes.stream("stdout", rest)]
        kept.append(made)
    return kept


def verdict_outputs(result: ExerciseResult) -> list[NotebookNode]:
    """What a check cell shows: our report, then the score, which nbgrader reads.

    There is no score where the fault is ours.
    """
    data = {"text/html": exercise_html(result), "text/plain": plain(exercise_text(result))}
    report = nodes.display_data(data)
    if result.score is None:
        return [report]
    score = {"text/plain": repr(float(result.score))}
    return [report, nodes.execute_result(score)]


def is_png(text: Any) -> bool:
    """Whether `text` is a PNG image in base64, of a size that a browser shows with ease."""
    if not isinstance(text, str) or len(text) > BYTES:
        return False
    try:
        data = base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return False
    sides = [int.from_bytes(side, "big") for side in (data[16:20], data[20:24])]
    return data.startswith(_PNG) and len(data) > 24 and max(sides) <= _WIDEST


def _fit(output: dict[str, Any]) -> NotebookNode | None:
    kind = output.get("output_type")
    made: NotebookNode | None = None
    if kind == "stream" and output.get("name") in ("stdout", "stderr"):
        made = nodes.stream(output["name"], plain(_text(output.get("text"))))
    elif kind in ("execute_result", "display_data"):
        data = _fit_data(output.get("data"))
        show = nodes.execute_result if kind == "execute_result" else nodes.display_data
        made = show(data) if data else None
    elif kind == "error":
        name, value = (plain(_text(output.get(key))) for key in ("ename", "evalue"))
        trace = plain(_text(output.get("traceback"), "\n")).split("\n")
        made = nodes.error(name, value, trace)
    return made


def _fit_data(data: Any) -> dict[str, str]:
    if not isinstance(data, dict):
        return {}
    fit = {"text/plain": plain(_text(data["text/plain"]))} if "text/plain" in data else {}
    picture = "".join(_text(data.get("image/png")).split())
    return {"image/png": picture, **fit} if is_png(picture) else fit


def _text(value: Any, between: str = "") -> str:
    """Notebooks hold a text as one string or as a list of them."""
    if isinstance(value, list):
        return between.join(line for line in value if isinstance(line, str))
    return value if isinstance(value, str) else ""
