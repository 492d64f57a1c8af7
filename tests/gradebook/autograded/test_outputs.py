from __future__ import annotations

import base64
from fractions import Fraction
from typing import Any

import nbformat
import pytest
from nbformat import NotebookNode

from autograder.gradebook.autograded.outputs import (
    BYTES,
    MOST,
    is_png,
    student_outputs,
    verdict_outputs,
)
from autograder.results.kinds import Verdict

from ..small_course import SECRET, exercise_result


def png(width: int = 1, height: int = 1, padding: int = 8) -> str:
    sides = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    data = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + sides + bytes(padding)
    return base64.b64encode(data).decode()


def stream(text: Any, name: str = "stdout") -> dict[str, Any]:
    return {"output_type": "stream", "name": name, "text": text}


def display(**data: Any) -> dict[str, Any]:
    kinds = {kind.replace("_", "/"): value for kind, value in data.items()}
    return {"output_type": "display_data", "data": kinds, "metadata": {"isolated": True}}


def kept(*raw: Any) -> list[NotebookNode]:
    """The outputs that are kept, in a notebook that is valid."""
    outputs = student_outputs(raw)
    cell = nbformat.v4.new_code_cell(outputs=outputs)
    nbformat.validate(nbformat.v4.new_notebook(cells=[cell]))
    return outputs


def test_text_stays() -> None:
    outputs = kept(
        stream(["a\n", "b\x1b[2J\n"]),
        stream("c", "stderr"),
        {"output_type": "execute_result", "execution_count": 3, "data": {"text/plain": "4"}},
        {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["one", "two\nthree"]},
    )
    assert [output.output_type for output in outputs] == [
        *("stream", "stream", "execute_result", "error"),
    ]
    assert (outputs[0].text, outputs[1].name) == ("a\nb\n", "stderr")
    assert outputs[2].data == {"text/plain": "4"}
    assert outputs[3].traceback == ["one", "two", "three"]


def test_what_could_run_goes() -> None:
    rich = display(
        text_html="<script>", text_plain="x", text_markdown="[a](javascript:a)", text_latex="$x$"
    )
    rich["data"] |= {
        "image/svg+xml": "<svg onload=a>",
        "application/javascript": "alert(1)",
        "application/vnd.jupyter.widget-view+json": {"model_id": "1"},
    }
    (output,) = kept(rich, display(text_html="<b>"))
    assert (output.data, output.metadata) == ({"text/plain": "x"}, {})


def test_a_picture_stays_if_it_is_one() -> None:
    (output,) = kept(display(image_png=png()[:8] + "\n" + png()[8:], text_plain="<Figure>"))
    assert output.data == {"image/png": png(), "text/plain": "<Figure>"}
    for other in ("<svg>", "PHN2Zz4=", png()[:-3] + "!", png()[:12], 5, "é" * 8):
        assert kept(display(image_png=other)) == []


@pytest.mark.parametrize(("width", "height"), [(100_000, 1), (1, 100_000), (2**32 - 1, 2**32 - 1)])
def test_a_picture_that_would_fill_the_memory_goes(width: int, height: int) -> None:
    assert is_png(png(8000, 8000))
    assert not is_png(png(width, height))


@pytest.mark.parametrize(
    "raw",
    [
        *(None, 1, "text", [], {}, {"output_type": "update_display_data"}),
        *(stream("x", "stdin"), {"output_type": "stream"}, {"output_type": ["stream"]}),
        *(display(), {"output_type": "display_data", "data": ["text/plain"]}),
    ],
)
def test_what_is_no_output_goes(raw: Any) -> None:
    assert kept(raw) == []


def test_malformed_texts_are_empty() -> None:
    outputs = kept(stream(None), stream([1, "a", None]), {"output_type": "error", "traceback": 3})
    assert [output.get("text", output.get("traceback")) for output in outputs] == ["", "a", [""]]


def test_so_much_and_no_more() -> None:
    many = kept(*(stream("x") for _ in range(MOST + 1)))
    large = kept(*(stream("x" * 20_000) for _ in range(MOST)))
    for outputs in (many, large):
        assert outputs[-1].text == "… the rest of what this cell showed was left out.\n"
    assert len(many) == MOST + 1
    assert sum(len(output.text) for output in large) <= BYTES
    assert len(kept(*(stream("x") for _ in range(MOST)))) == MOST


def test_a_verdict_is_one_report_and_one_score() -> None:
    third = exercise_result("adam", Verdict.FAILED, Fraction(1, 3), "<b>no</b>")
    report, score = verdict_outputs(third)
    assert (report.output_type, set(report.data)) == ("display_data", {"text/html", "text/plain"})
    assert "&lt;b&gt;no" in report.data["text/html"]
    assert SECRET not in str(report)
    assert (score.output_type, score.data) == ("execute_result", {"text/plain": repr(10 / 3)})


def test_a_fault_of_ours_has_no_score() -> None:
    (report,) = verdict_outputs(exercise_result("adam", Verdict.BROKEN, Fraction(0), "Ours."))
    assert report.output_type == "display_data"
    assert "no score, since the grader failed" in report.data["text/plain"]
