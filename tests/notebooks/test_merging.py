"""Of a submission, the student's text is taken over, and nothing that its metadata claims."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbformat import NotebookNode

from autograder.notebooks import blank, merge, read, runnable
from autograder.running.cell import Cell

EXERCISES = ("sgd", "adam")


def nbgrader(name: str, **more: Any) -> dict[str, Any]:
    claims = {"schema_version": 3, "grade": False, "solution": False, "locked": False}
    return {"nbgrader": {**claims, "grade_id": name, **more}}


def cell(kind: str, source: str, metadata: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"cell_type": kind, "source": source, "metadata": metadata or {}}


def named(name: str, kind: str = "code", **more: Any) -> dict[str, Any]:
    source = more.pop("source", f"# {name}")
    return cell(kind, source, nbgrader(name, **more)) | {"id": name}


CHECK: dict[str, Any] = {"grade": True, "locked": True}
SOURCE = [
    cell("markdown", "# Title"),
    named("setup", locked=True, source="import torch"),
    named("box", "markdown", locked=True, source="Convention."),
    named("sgd", solution=True, source="class SGD: reference"),
    named("check-sgd", **CHECK, points=2, source='check("sgd")'),
    named("adam", solution=True, source="class Adam: reference"),
    named("check-adam", **CHECK, points=3, source='check("adam")'),
    cell("code", "valley(Adam)", {"tags": ["figure"]}),
    named("answer", "markdown", grade=True, solution=True, points=1, source="The answer."),
]


@pytest.fixture
def source(tmp_path: Path) -> NotebookNode:
    return made(tmp_path, SOURCE)


def made(folder: Path, cells: list[dict[str, Any]]) -> NotebookNode:
    path = folder / "made.ipynb"
    path.write_text(json.dumps({"nbformat": 4, "cells": cells}))
    return read(path)


def released() -> list[dict[str, Any]]:
    """The source as a student gets it."""
    cells = copy.deepcopy(SOURCE)
    for entry in cells:
        entry["source"] = entry["source"].replace("reference", "pass")
    return cells


def texts(notebook: NotebookNode) -> list[str]:
    return [entry.source for entry in notebook.cells]


def test_the_students_text_under_the_sources_metadata(source: NotebookNode, tmp_path: Path) -> None:
    cells = released()
    cells[3]["source"] = "class SGD: mine"
    cells[8]["source"] = "My answer."
    merged = merge(source, made(tmp_path, cells))
    assert texts(merged) == [
        "# Title",
        "import torch",
        "Convention.",
        "class SGD: mine",
        'check("sgd")',
        "class Adam: pass",
        'check("adam")',
        "valley(Adam)",
        "My answer.",
    ]
    for ours, entry in zip(source.cells, merged.cells, strict=True):
        assert ours.metadata == entry.metadata
        assert (ours.id, ours.cell_type) == (entry.id, entry.cell_type)


HOSTILE: dict[str, Any] = {
    "edited test": named("check-adam", **CHECK, points=3, source="pass"),
    "more points": named("check-adam", **CHECK, points=99),
    "old schema": named("check-adam", **CHECK, points=3, schema_version=2),
    "grade flag off": named("check-adam", locked=True, points=3),
    "solution flag on": named("check-adam", **CHECK, solution=True, points=3),
    "no flags": cell("code", "x", {"nbgrader": {"grade_id": "check-adam"}}),
    "another type": named("check-adam", "markdown", **CHECK, points="NaN"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_locked_cell_is_always_the_sources(
    source: NotebookNode, tmp_path: Path, case: str
) -> None:
    cells = released()
    cells[6] = HOSTILE[case]
    assert merge(source, made(tmp_path, cells)) == merge(source, made(tmp_path, released()))


@pytest.mark.parametrize(
    "claims",
    [
        [],
        "adam",
        None,
        7,
        {"grade_id": ["adam"]},
        {"grade_id": {"a": 1}},
        {"grade_id": 3},
        {"grade_id": "unknown", "grade": True, "locked": True, "points": 99},
        {"grade_id": "", "solution": True},
        {"schema_version": 2, "solution": True, "points": float("nan")},
    ],
    ids=repr,
)
def test_claims_of_other_cells_mean_nothing(
    source: NotebookNode, tmp_path: Path, claims: object
) -> None:
    cells = [*released(), cell("code", "x = 1", {"nbgrader": claims, "tags": ["figure"], "k": 1})]
    merged = merge(source, made(tmp_path, cells))
    assert merged.cells[9].source == "x = 1"
    assert merged.cells[9].metadata == {}


def test_a_second_copy_of_a_locked_cell_is_dropped(source: NotebookNode, tmp_path: Path) -> None:
    cells = [*released(), released()[6], released()[1]]
    assert texts(merge(source, made(tmp_path, cells))) == texts(made(tmp_path, released()))


def test_a_second_copy_of_a_solution_cell_is_an_ordinary_one(
    source: NotebookNode, tmp_path: Path
) -> None:
    cells = released()
    cells.insert(6, named("adam", solution=True, source="class Adam: second"))
    merged = merge(source, made(tmp_path, cells))
    assert texts(merged)[5:7] == ["class Adam: pass", "class Adam: second"]
    assert merged.cells[5].metadata.nbgrader.grade_id == "adam"
    assert merged.cells[6].metadata == {}
    assert [run.name for run in runnable(merged, EXERCISES)] == ["setup", "sgd", "adam", "cell 7"]
    nbformat.validate(merged)


def test_own_cells_stay_where_they_are(source: NotebookNode, tmp_path: Path) -> None:
    cells = released()
    cells.insert(5, cell("code", "def helper(): ..."))
    cells.insert(0, cell("markdown", "Mine."))
    merged = merge(source, made(tmp_path, cells))
    assert texts(merged)[0] == "Mine."
    assert texts(merged)[6] == "def helper(): ..."


def test_a_submission_in_another_order_keeps_it(source: NotebookNode, tmp_path: Path) -> None:
    cells = released()
    cells[3:7] = [*cells[5:7], *cells[3:5]]
    merged = merge(source, made(tmp_path, cells))
    assert [c.id for c in merged.cells][3:7] == ["adam", "check-adam", "sgd", "check-sgd"]


@pytest.mark.parametrize("missing", [[1], [3], [4], [6], [3, 4], [1, 2], [1, 2, 3, 4, 5, 6], [8]])
def test_what_is_missing_is_put_in(
    source: NotebookNode, tmp_path: Path, missing: list[int]
) -> None:
    cells = [entry for index, entry in enumerate(released()) if index not in missing]
    merged = merge(source, made(tmp_path, cells))
    wanted = [c.metadata.nbgrader.grade_id for c in source.cells if "nbgrader" in c.metadata]
    got = [c for c in merged.cells if "nbgrader" in c.metadata]
    assert [c.metadata.nbgrader.grade_id for c in got] == wanted
    for ours, entry in zip((c for c in source.cells if "nbgrader" in c.metadata), got, strict=True):
        put_in = SOURCE.index(next(c for c in SOURCE if c.get("id") == ours.id)) in missing
        if put_in:
            assert entry.source == ("" if ours.metadata.nbgrader.solution else ours.source)
        assert entry.metadata == ours.metadata
    nbformat.validate(merged)


def test_an_ordinary_cell_that_the_student_deleted_stays_away(
    source: NotebookNode, tmp_path: Path
) -> None:
    assert "# Title" not in texts(merge(source, made(tmp_path, released()[1:])))


def test_ids_stay_unique(source: NotebookNode, tmp_path: Path) -> None:
    cells = [cell("code", "x") | {"id": "adam"}, *released(), cell("code", "y") | {"id": "adam"}]
    merged = merge(source, made(tmp_path, cells))
    assert [c.id for c in merged.cells if c.source.startswith("class Adam")] == ["adam"]
    nbformat.validate(merged)


def test_outputs_are_dropped(source: NotebookNode, tmp_path: Path) -> None:
    output = {"output_type": "stream", "name": "stderr", "text": "x"}
    cells = [entry | {"outputs": [output], "execution_count": 7} for entry in released()]
    merged = merge(source, made(tmp_path, cells))
    assert all(c.outputs == [] for c in merged.cells if c.cell_type == "code")
    assert all(c.execution_count is None for c in merged.cells if c.cell_type == "code")


def test_an_image_pasted_into_an_answer_stays(source: NotebookNode, tmp_path: Path) -> None:
    cells = released()
    cells[8]["attachments"] = {"a.png": {"image/png": "iVBO"}}
    merged = merge(source, made(tmp_path, cells))
    assert merged.cells[8].attachments == {"a.png": {"image/png": "iVBO"}}
    nbformat.validate(merged)


def test_neither_notebook_is_changed(source: NotebookNode, tmp_path: Path) -> None:
    submission = made(tmp_path, released()[2:])
    before = copy.deepcopy((source, submission))
    merged = merge(source, submission)
    for entry in merged.cells:
        entry.metadata["changed"] = True
        entry.source = "changed"
    merged.metadata.kernelspec.name = "changed"
    assert (source, submission) == before


def test_what_runs(source: NotebookNode, tmp_path: Path) -> None:
    cells = [*released(), cell("code", " \n"), cell("code", "x = 1"), cell("raw", "raw")]
    merged = merge(source, made(tmp_path, cells))
    assert runnable(merged, EXERCISES) == [
        Cell(1, "setup", "import torch"),
        Cell(3, "sgd", "class SGD: pass"),
        Cell(5, "adam", "class Adam: pass"),
        Cell(10, "cell 11", "x = 1"),
    ]


def test_a_grade_cell_that_no_exercise_stands_behind_runs(
    source: NotebookNode, tmp_path: Path
) -> None:
    merged = merge(source, made(tmp_path, released()))
    assert "check-sgd" in [run.name for run in runnable(merged, ["adam"])]


def test_figures_run_where_asked(source: NotebookNode, tmp_path: Path) -> None:
    merged = merge(source, made(tmp_path, released()))
    assert "valley(Adam)" in [run.source for run in runnable(merged, EXERCISES, figures=True)]


def test_an_edited_figure_is_the_students_own_code(source: NotebookNode, tmp_path: Path) -> None:
    cells = released()
    cells[7]["source"] = "class Adam: in the wrong cell"
    merged = merge(source, made(tmp_path, cells))
    assert cells[7]["source"] in [run.source for run in runnable(merged, EXERCISES)]


def test_a_solution_is_no_figure_whatever_it_says(source: NotebookNode, tmp_path: Path) -> None:
    cells = released()
    cells[5]["source"] = "valley(Adam)"
    merged = merge(source, made(tmp_path, cells))
    assert merged.cells[5].metadata == source.cells[5].metadata
    assert "adam" in [run.name for run in runnable(merged, EXERCISES)]


def test_a_figure_is_known_without_its_tag(source: NotebookNode, tmp_path: Path) -> None:
    cells = released()
    cells[7] = cell("code", "valley(Adam)\n")
    merged = merge(source, made(tmp_path, cells))
    assert merged.cells[7].metadata == {"tags": ["figure"]}


def test_blank(source: NotebookNode) -> None:
    shown = blank(source)
    assert [c.id for c in shown.cells] == [c.id for c in source.cells]
    assert texts(shown) == [
        "# Title",
        "import torch",
        "Convention.",
        "",
        'check("sgd")',
        "",
        'check("adam")',
        "valley(Adam)",
        "",
    ]
    nbformat.validate(shown)


CLAIMS: st.SearchStrategy[Any] = st.dictionaries(
    st.sampled_from(["grade_id", "grade", "solution", "locked", "points", "schema_version"]),
    st.sampled_from(["adam", "check-adam", "setup", "box", "", True, False, 2, 3, None, [], {}]),
)
CELLS = st.lists(
    st.builds(
        lambda kind, source, claims: cell(kind, source, {"nbgrader": claims}),
        st.sampled_from(["code", "markdown", "raw"]),
        st.sampled_from(["x = 1", "", "valley(Adam)"]),
        CLAIMS | st.sampled_from([None, [], "adam", 3]),
    ),
    min_size=1,
    max_size=12,
)


@settings(deadline=None)
@given(CELLS)
def test_whatever_a_submission_claims(
    tmp_path_factory: pytest.TempPathFactory, cells: list[dict[str, Any]]
) -> None:
    folder = tmp_path_factory.getbasetemp()
    source = made(folder, SOURCE)
    merged = merge(source, made(folder, cells))
    nbformat.validate(merged)
    ours = {c.id: c for c in source.cells if "nbgrader" in c.metadata}
    bound = [c for c in merged.cells if "nbgrader" in c.metadata]
    assert sorted(c.id for c in bound) == sorted(ours)
    for entry in bound:
        assert entry.metadata == ours[entry.id].metadata
        if not entry.metadata.nbgrader.solution:
            assert entry == ours[entry.id]
    assert "reference" not in json.dumps(merged)
