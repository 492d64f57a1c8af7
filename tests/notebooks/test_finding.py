"""The notebook to grade is found under whatever name it was handed in."""

from __future__ import annotations

import json
import os
import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from autograder.errors import NotebookError
from autograder.notebooks import find
from autograder.words.told import told
from tests.refused import refused, words_of

NAMES = ("sgd", "adam")


def hand_in(folder: Path, *names: str, grade_id: str = "adam") -> None:
    """Writes notebooks with one solution cell each."""
    metadata = {"nbgrader": {"grade_id": grade_id, "solution": True}}
    cell = {"cell_type": "code", "source": "", "metadata": metadata}
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(json.dumps({"nbformat": 4, "cells": [cell]}), "utf-8")


@pytest.mark.parametrize(
    "name",
    [
        "optimizers.ipynb",
        "optimizers (1).ipynb",
        "kim_late_123_optimizers.ipynb",
        "Optimizers.IPYNB",
        " .ipynb",
        "handed in/optimizers.ipynb",
    ],
)
def test_the_only_notebook(tmp_path: Path, name: str) -> None:
    hand_in(tmp_path, name)
    found = find(tmp_path, "optimizers", NAMES)
    assert found.path == tmp_path / name
    assert bool(found.notes) == (name != "optimizers.ipynb")


@pytest.mark.usefixtures("korean_names")
@pytest.mark.parametrize(
    "name",
    [
        "김민수 최적화 과제.ipynb",
        unicodedata.normalize("NFD", "김민수.ipynb"),
        "김 민수/optimizers (1).ipynb",
    ],
)
def test_the_only_notebook_in_korean(tmp_path: Path, name: str) -> None:
    hand_in(tmp_path, name)
    found = find(tmp_path, "optimizers", NAMES)
    assert found.path == tmp_path / name
    assert found.notes


@pytest.mark.usefixtures("korean_names")
def test_a_note_names_a_renamed_notebook(tmp_path: Path) -> None:
    hand_in(tmp_path, unicodedata.normalize("NFD", "김민수.ipynb"))
    (note,) = find(tmp_path, "optimizers", NAMES).notes
    assert told(note) == "김민수.ipynb was taken for optimizers.ipynb."


@pytest.mark.usefixtures("korean_names")
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_korean_assignment_in_either_form(tmp_path: Path, form: Literal["NFC", "NFD"]) -> None:
    name = unicodedata.normalize(form, "최적화.ipynb")
    hand_in(tmp_path, name, "other.ipynb")
    assert find(tmp_path, "최적화", NAMES).path == tmp_path / name


def test_the_exact_name_wins(tmp_path: Path) -> None:
    hand_in(tmp_path, "optimizers.ipynb", "optimizers (1).ipynb", "a/optimizers.ipynb")
    found = find(tmp_path, "optimizers", NAMES)
    assert found.path == tmp_path / "optimizers.ipynb"
    assert told(*found.notes) == (
        "Ignored beside optimizers.ipynb: a/optimizers.ipynb, optimizers (1).ipynb."
    )


def test_the_exact_name_wins_in_a_folder_further_down(tmp_path: Path) -> None:
    hand_in(tmp_path, "try.ipynb")
    hand_in(tmp_path, "a/optimizers.ipynb", grade_id="other")
    assert find(tmp_path, "optimizers", NAMES).path == tmp_path / "a" / "optimizers.ipynb"


def test_the_exact_name_wins_even_where_it_cannot_be_read(tmp_path: Path) -> None:
    hand_in(tmp_path, "optimizers (1).ipynb")
    os.mkfifo(tmp_path / "optimizers.ipynb")
    assert find(tmp_path, "optimizers", NAMES).path == tmp_path / "optimizers.ipynb"


def test_the_only_one_with_solution_cells(tmp_path: Path) -> None:
    hand_in(tmp_path, "kim.ipynb")
    hand_in(tmp_path, "lecture.ipynb", "notes.ipynb", grade_id="other")
    (tmp_path / "broken.ipynb").write_bytes(b"\xff")
    (tmp_path / "loop.ipynb").symlink_to("loop.ipynb")
    found = find(tmp_path, "optimizers", NAMES)
    assert found.path == tmp_path / "kim.ipynb"
    assert told(*found.notes) == (
        "kim.ipynb was taken for optimizers.ipynb. "
        "Ignored beside kim.ipynb: broken.ipynb, lecture.ipynb, loop.ipynb, notes.ipynb."
    )


def test_several_with_solution_cells(tmp_path: Path) -> None:
    hand_in(tmp_path, "a.ipynb", "b/c.ipynb")
    hand_in(tmp_path, "notes.ipynb", grade_id="other")
    with pytest.raises(NotebookError) as raised:
        find(tmp_path, "optimizers", NAMES)
    assert words_of(raised.value) == (
        "It can't be told which notebook to grade: a.ipynb, b/c.ipynb. "
        "Keep one, named optimizers.ipynb."
    )


def test_two_folders_with_the_exact_name(tmp_path: Path) -> None:
    hand_in(tmp_path, "a/optimizers.ipynb", "b/optimizers.ipynb")
    with refused(NotebookError, r"a/optimizers\.ipynb, b/optimizers\.ipynb"):
        find(tmp_path, "optimizers", NAMES)


def test_none_with_solution_cells(tmp_path: Path) -> None:
    hand_in(tmp_path, *(f"{number}.ipynb" for number in range(7)), grade_id="other")
    with refused(NotebookError, r"0\.ipynb, .*, 4\.ipynb and 2 more"):
        find(tmp_path, "optimizers", NAMES)


def test_nothing_handed_in(tmp_path: Path) -> None:
    with refused(NotebookError, r"no notebook: hand in optimizers\.ipynb"):
        find(tmp_path, "optimizers", NAMES)


def test_what_is_hidden_is_ignored(tmp_path: Path) -> None:
    hand_in(
        tmp_path,
        ".ipynb_checkpoints/optimizers.ipynb",
        "__MACOSX/optimizers.ipynb",
        "._optimizers.ipynb",
    )
    (tmp_path / "optimizers.zip").touch()
    with refused(NotebookError, r"no notebook, only optimizers\.zip"):
        find(tmp_path, "optimizers", NAMES)


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    hand_in(tmp_path, "elsewhere/optimizers.ipynb")
    (tmp_path / "kim").mkdir()
    (tmp_path / "kim" / "sub").symlink_to(tmp_path / "elsewhere")
    with refused(NotebookError, "no notebook, only sub"):
        find(tmp_path / "kim", "optimizers", NAMES)


def test_a_folder_named_like_a_notebook_is_looked_into(tmp_path: Path) -> None:
    hand_in(tmp_path, "optimizers.ipynb/optimizers.ipynb")
    found = find(tmp_path, "optimizers", NAMES)
    assert found.path == tmp_path / "optimizers.ipynb" / "optimizers.ipynb"


def test_deeper_folders_are_not_searched(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    hand_in(tmp_path / "a", "b/optimizers.ipynb")
    with refused(NotebookError, "no notebook, only a"):
        find(tmp_path, "optimizers", NAMES)


def test_no_such_folder(tmp_path: Path) -> None:
    with refused(NotebookError, "The folder kim can't be opened"):
        find(tmp_path / "kim", "optimizers", NAMES)
