"""Any bytes give a notebook, or one sentence."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.errors import NotebookError
from autograder.notebooks import read
from autograder.notebooks import reading as reading_module
from tests.refused import refused, words_of


def written(path: Path, content: object) -> Path:
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content if isinstance(content, str) else json.dumps(content))
    return path


def v4(*cells: dict[str, Any], minor: int = 5) -> dict[str, Any]:
    return {"nbformat": 4, "nbformat_minor": minor, "metadata": {}, "cells": list(cells)}


def code(source: object, **more: Any) -> dict[str, Any]:
    return {"cell_type": "code", "source": source, "metadata": {}, **more}


def link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def link(path: Path) -> None:
    path.symlink_to(written(path.with_name("other.ipynb"), v4(code("1"))))


def bound_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as end:
        end.bind(str(path))


UNREADABLE: dict[str, tuple[object, str]] = {
    "empty": ("", "is empty"),
    "blank": (" \n\t", "is empty"),
    "not UTF-8": ('{"cells": "é"}'.encode("latin-1"), "byte 0xe9 at position 11"),
    "UTF-16": ('{"cells": []}'.encode("utf-16"), "is not in UTF-8"),
    "binary": (bytes(range(256)), "is not"),
    "cut off": ('{\n "cells": [\n  {"cell_type"', "line 3, column 15"),
    "conflict of a merge": ("<<<<<<< HEAD\n{}", "line 1, column 1"),
    "a script": ("print('hello')", "is not valid JSON"),
    "a list": ([1, 2], "is JSON, but no notebook"),
    "a number": ("12", "is JSON, but no notebook"),
    "another object": ({"name": "package"}, "has no cells"),
    "cells are no list": ({"cells": {"a": 1}, "nbformat": 4}, "has no cells"),
    "no cells": (v4(), "has no cells"),
    "format 5": ({"nbformat": 5, "cells": []}, "notebook format 5"),
    "format 1": ({"nbformat": 1, "cells": []}, "notebook format 1"),
    "format as text": (
        {"nbformat": "4" * 99, "cells": []},
        "notebook format 44444444444444444444;",
    ),
    "format as a list": ({"nbformat": [4], "cells": []}, "notebook format [4]"),
    "nested too deeply": ("[" * 100_000, "nested too deeply"),
    "cells nested too deeply": (
        '{"cells": [{"metadata": {"a": ' + "[" * 800 + "]" * 800 + "}}]}",
        "nested too deeply",
    ),
    "a number of 5000 digits": ('{"cells": ' + "9" * 5000 + "}", "thousands of digits"),
    "too many cells": (v4(*[{}] * 10_001), "more than 10,000 cells"),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_says_what_is_wrong(tmp_path: Path, case: str) -> None:
    content, expected = UNREADABLE[case]
    with pytest.raises(NotebookError) as raised:
        read(written(tmp_path / "optimizers.ipynb", content))
    message = words_of(raised.value)
    assert message.startswith("optimizers.ipynb ")
    assert expected in message
    assert message.endswith(".")
    assert "\n" not in message


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (Path.mkdir, "folder"),
        (os.mkfifo, "no ordinary file"),
        (link, "not a link"),
        (link_to_itself, "not a link"),
        (bound_socket, "can't be opened"),
        (lambda _: None, "is not there"),
    ],
    ids=["folder", "named pipe", "link", "link to itself", "socket", "missing"],
)
def test_only_ordinary_files_are_opened(
    tmp_path: Path, make: Callable[[Path], None], expected: str
) -> None:
    path = tmp_path / "optimizers.ipynb"
    make(path)
    with refused(NotebookError, expected):
        read(path)


def test_a_device_is_no_notebook() -> None:
    with refused(NotebookError, "no ordinary file"):
        read(Path("/dev/zero"))


def test_a_name_that_is_no_path() -> None:
    with refused(NotebookError, "can't be opened"):
        read(Path("a\0b.ipynb"))


def test_a_name_that_cannot_be_printed(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff\x1b[2J.ipynb")
    with pytest.raises(NotebookError) as raised:
        read(path)
    assert words_of(raised.value).isprintable()
    assert words_of(raised.value).encode()


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "optimizers.ipynb", v4(code("x = 1")))
    monkeypatch.setattr(reading_module, "MAX_BYTES", path.stat().st_size)
    assert read(path).cells[0].source == "x = 1"
    monkeypatch.setattr(reading_module, "MAX_BYTES", path.stat().st_size - 1)
    with refused(NotebookError, "clear its outputs"):
        read(path)


def test_too_many_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_module, "MAX_PARTS", 40)
    text = 'x = ["[[[,,,{{{", \'"[,{\', "\\\\"]' * 20
    path = written(tmp_path / "optimizers.ipynb", v4(code(text)))
    assert read(path).cells[0].source == text
    for bomb in ("[]", '""', "{}", "1"):
        written(path, f'{{"cells": [{",".join([bomb] * 41)}]}}')
        with refused(NotebookError, "clear its outputs"):
            read(path)


def test_a_large_notebook_whose_size_is_all_outputs(tmp_path: Path) -> None:
    output = {"output_type": "stream", "name": "stdout", "text": ["x" * 999 + "\n"] * 50_000}
    path = written(tmp_path / "optimizers.ipynb", v4(code("x = 1", outputs=[output])))
    assert path.stat().st_size > 50_000_000
    notebook = read(path)
    assert notebook.cells[0].source == "x = 1"
    assert notebook.cells[0].outputs == []


def test_format_3_is_upgraded(tmp_path: Path) -> None:
    old = {
        "nbformat": 3,
        "nbformat_minor": 0,
        "metadata": {"name": "optimizers"},
        "worksheets": [
            {
                "cells": [
                    {"cell_type": "heading", "level": 2, "source": ["Adam"]},
                    {"cell_type": "code", "input": ["import torch\n", "x = 1"], "outputs": []},
                    {"cell_type": "code", "input": ["a = 1", "b = 2"], "prompt_number": 3},
                ]
            },
            {"cells": [{"cell_type": "markdown", "source": "text"}]},
        ],
    }
    cells = read(written(tmp_path / "a.ipynb", old)).cells
    assert [(cell.cell_type, cell.source) for cell in cells] == [
        ("markdown", "## Adam"),
        ("code", "import torch\nx = 1"),
        ("code", "a = 1\nb = 2"),
        ("markdown", "text"),
    ]


def test_format_3_as_nbformat_itself_upgrades_it(tmp_path: Path) -> None:
    cells = [
        nbformat.v3.new_code_cell(input="import torch\n\nx = [1,\n     2]"),
        nbformat.v3.new_text_cell("markdown", source="# Text\n\nmore"),
        nbformat.v3.new_heading_cell(source="Adam", level=3),
    ]
    old = nbformat.v3.new_notebook(worksheets=[nbformat.v3.new_worksheet(cells=cells)])
    path = written(tmp_path / "a.ipynb", nbformat.v3.writes_json(old))
    theirs = nbformat.read(path, as_version=4)
    assert [(cell.cell_type, cell.source) for cell in read(path).cells] == [
        (cell.cell_type, cell.source) for cell in theirs.cells
    ]


def test_missing_ids_are_given_by_place(tmp_path: Path) -> None:
    path = written(tmp_path / "a.ipynb", v4(code("a"), code("b"), minor=4))
    assert [cell.id for cell in read(path).cells] == ["cell-1", "cell-2"]


def test_ids_that_stand_twice_or_are_malformed(tmp_path: Path) -> None:
    ids: list[object] = ["a", "a", "", "ä", "x" * 65, 7, None, ["a"], "cell-2", "cell-3"]
    notebook = read(written(tmp_path / "a.ipynb", v4(*(code("", id=id) for id in ids))))
    given_ids = [cell.id for cell in notebook.cells]
    assert given_ids[0] == "a"
    assert given_ids[8] == "cell-9"  # "cell-2" went to the second "a" already
    assert len(set(given_ids)) == len(ids)
    nbformat.validate(notebook)


def test_a_byte_order_mark_is_skipped(tmp_path: Path) -> None:
    path = written(tmp_path / "a.ipynb", b"\xef\xbb\xbf" + json.dumps(v4(code("x"))).encode())
    assert read(path).cells[0].source == "x"


def test_what_other_editors_leave_behind(tmp_path: Path) -> None:
    colab = {
        "nbformat": 4,
        "nbformat_minor": 0,
        "metadata": {
            "colab": {"provenance": []},
            "kernelspec": {"name": "python3", "display_name": "Python 3"},
            "language_info": {},
            "widgets": {"application/vnd.jupyter.widget-state+json": {}},
        },
        "cells": [
            code(
                ["x = 1\n", "y = 2"],
                metadata={
                    "id": "AbC_d",
                    "colab": {"base_uri": "https://colab"},
                    "nbgrader": {"grade_id": "adam"},
                    "collapsed": "no",
                    "execution": {"iopub.execute_input": 3},
                    "vscode": {"languageId": "python"},
                    "tags": ["a", "a", 3, "b,c", ""],
                },
                execution_count="?",
            )
        ],
    }
    notebook = read(written(tmp_path / "a.ipynb", colab))
    cell = notebook.cells[0]
    assert cell.source == "x = 1\ny = 2"
    assert cell.metadata.nbgrader == {"grade_id": "adam"}
    assert cell.metadata.tags == ["a"]
    assert notebook.metadata.kernelspec.display_name == "Python 3"
    nbformat.validate(notebook)


def test_odd_and_missing_fields(tmp_path: Path) -> None:
    cells: list[Any] = [
        {},
        "no cell",
        None,
        {"cell_type": "code"},
        {"cell_type": "sql", "source": "select"},
        {"cell_type": ["code"], "source": {"a": 1}},
        code(None, metadata=[1]),
        code(["a", 1, None, "b"], outputs="?"),
        {"cell_type": "markdown", "source": "x", "attachments": {"a": {"image/png": ["x", "y"]}}},
        {"cell_type": "markdown", "source": "x", "attachments": {"a": 3}},
    ]
    odd = {"cells": cells, "metadata": "?", "nbformat_minor": "?"}
    notebook = read(written(tmp_path / "a.ipynb", odd))
    assert [(cell.cell_type, cell.source) for cell in notebook.cells] == [
        ("raw", ""),
        ("code", ""),
        ("raw", "select"),
        ("raw", ""),
        ("code", ""),
        ("code", "ab"),
        ("markdown", "x"),
        ("markdown", "x"),
    ]
    assert notebook.cells[6].attachments == {"a": {"image/png": "xy"}}
    nbformat.validate(notebook)


def test_what_cannot_be_written_is_replaced(tmp_path: Path) -> None:
    raw = r'{"cells": [{"cell_type": "code", "source": "a\ud800b\u0000c\ud83d\ude00", '
    raw += r'"metadata": {"\udfff": ["\u0000"], "tags": ["\u0000", "\ud800"]}}]}'
    cell = read(written(tmp_path / "a.ipynb", raw)).cells[0]
    assert cell.source == "a\ufffdb\ufffdc😀"
    assert cell.metadata == {"\ufffd": ["\ufffd"], "tags": ["\ufffd"]}


def check_any(path: Path, content: bytes) -> None:
    """Reads `content`; what is read must be valid, and writable as strict JSON in UTF-8."""
    path.write_bytes(content)
    message = ""
    try:
        notebook = read(path)
    except NotebookError as error:
        message = words_of(error)
    if message:
        assert message.isprintable()
        assert message.endswith(".")
    else:
        nbformat.validate(notebook)
        json.loads(nbformat.writes(notebook).encode(), parse_constant=pytest.fail)


# A small alphabet, of all that is awkward; tables of the whole of Unicode take seconds to build.
TEXT = st.text(alphabet="a1-, \n\t\0\ud800é한\U0001f600", max_size=5)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 9) | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=5,
)
CELL = st.fixed_dictionaries(
    {},
    optional={
        "cell_type": st.sampled_from(["code", "markdown", "raw", "heading", "html"]) | JSON,
        "source": TEXT | st.lists(TEXT, max_size=3) | JSON,
        "input": TEXT | JSON,
        "id": st.sampled_from(["a", "cell-1", "cell-2"]) | JSON,
        "level": JSON,
        "attachments": st.dictionaries(TEXT, st.dictionaries(TEXT, JSON, max_size=2), max_size=2)
        | JSON,
        "metadata": st.dictionaries(
            st.sampled_from(["tags", "name", "collapsed", "jupyter", "nbgrader"]) | TEXT,
            JSON,
            max_size=3,
        )
        | JSON,
    },
)
CELLS = st.lists(CELL | JSON, min_size=1, max_size=4)
NOTEBOOK = st.fixed_dictionaries(
    {"nbformat": st.sampled_from([2, 3, 4, 4.0])},
    optional={
        "metadata": st.fixed_dictionaries({"kernelspec": JSON}) | JSON,
        "cells": CELLS | JSON,
        "worksheets": st.lists(st.fixed_dictionaries({"cells": CELLS}) | JSON, max_size=2) | JSON,
    },
)


@settings(deadline=None)
@given(st.binary())
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    check_any(tmp_path_factory.getbasetemp() / "any.ipynb", content)


@settings(deadline=None)
@given(NOTEBOOK)
def test_any_json(tmp_path_factory: pytest.TempPathFactory, content: dict[str, Any]) -> None:
    check_any(tmp_path_factory.getbasetemp() / "any.ipynb", json.dumps(content).encode())
