"""A script becomes the notebook that a student hands in."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from autograder.demo.scripted import expectation, submission
from autograder.errors import AuthorError


def notebook(sgd: str, adam: str) -> NotebookNode:
    """A notebook with two exercises, their checks between them."""
    cells = []
    for name, source in (("sgd", sgd), ("adam", adam)):
        marks = {"grade_id": name, "solution": True, "grade": False, "locked": False}
        checked = {"grade_id": f"check-{name}", "solution": False, "grade": True, "locked": True}
        for id, text, nbgrader in (
            (name, source, marks),
            (f"check-{name}", f'check("{name}")', checked),
        ):
            cell = nbformat.v4.new_code_cell(text, id=id, metadata={"nbgrader": nbgrader})
            cells.append(cell)
    made: NotebookNode = nbformat.v4.new_notebook(cells=cells)
    return made


@pytest.fixture
def source() -> NotebookNode:
    return notebook("### BEGIN SOLUTION\nSGD = 1\n### END SOLUTION", "    ### BEGIN SOLUTION\nAdam")


@pytest.fixture
def released() -> NotebookNode:
    return notebook("# YOUR CODE HERE", "# YOUR CODE HERE")


def write(folder: Path, *cells: str, front: str = "about: a test") -> Path:
    script = folder / "script.py"
    lines = ["---", "autograder:", *(f"  {line}" for line in front.split("\n")), "---"]
    head = "\n".join(f"# {line}" for line in lines)
    script.write_text("\n".join([head, *cells]) + "\n")
    return script


def sources(notebook: NotebookNode) -> list[str]:
    return [cell.source for cell in notebook.cells]


def test_a_solution_replaces_its_cell_and_the_rest_is_solved(
    tmp_path: Path, source: NotebookNode, released: NotebookNode
) -> None:
    script = write(tmp_path, '# %% solution="adam"', "class Adam: ...")
    assert sources(submission(script, source, released)) == [
        "SGD = 1",
        'check("sgd")',
        "class Adam: ...",
        'check("adam")',
    ]
    assert sources(released)[0] == "# YOUR CODE HERE"


def test_others_may_stay_unsolved(
    tmp_path: Path, source: NotebookNode, released: NotebookNode
) -> None:
    script = write(tmp_path, '# %% solution="sgd"', "SGD = 2", front="about: one\nothers: unsolved")
    handed_in = submission(script, source, released)
    assert [sources(handed_in)[i] for i in (0, 2)] == ["SGD = 2", "# YOUR CODE HERE"]


def test_own_cells_stand_where_they_stood(
    tmp_path: Path, source: NotebookNode, released: NotebookNode
) -> None:
    own, last = ["# %%", "# %time x = 1"], ["# %% [markdown]", "# Bye."]
    script = write(tmp_path, *own, '# %% solution="adam"', "Adam = 1", *last)
    handed_in = submission(script, source, released)
    assert sources(handed_in)[2:] == ["%time x = 1", "Adam = 1", 'check("adam")', "Bye."]
    nbformat.validate(handed_in)
    again = submission(script, source, released)
    assert handed_in == again, "cell ids are the same at every reading"


def test_metadata_of_the_release_is_kept(
    tmp_path: Path, source: NotebookNode, released: NotebookNode
) -> None:
    script = write(tmp_path, '# %% solution="sgd"', "SGD = 2")
    handed_in = submission(script, source, released)
    assert [cell.metadata for cell in handed_in.cells] == [cell.metadata for cell in released.cells]


def test_an_unknown_exercise_is_named(
    tmp_path: Path, source: NotebookNode, released: NotebookNode
) -> None:
    script = write(tmp_path, '# %% solution="adm"', "class Adam: ...")
    with pytest.raises(AuthorError, match="solves 'adm'; the released notebook has: sgd, adam"):
        submission(script, source, released)


@pytest.mark.parametrize("text", ["", "x = 1\n", "# ---\n# title: no more\n# ---\n"])
def test_a_script_says_what_it_is_about(tmp_path: Path, text: str) -> None:
    script = tmp_path / "bare.py"
    script.write_text(text)
    with pytest.raises(AuthorError, match=r"bare\.py does not say what it is about"):
        expectation(script)


def test_expectations_are_read(tmp_path: Path) -> None:
    front = "about: two findings\nexpects:\n  sgd: sign-flipped\n  adam: time-out"
    read = expectation(write(tmp_path, front=front))
    assert read.about == "two findings"
    assert read.expects == {"sgd": "sign-flipped", "adam": "time-out"}
