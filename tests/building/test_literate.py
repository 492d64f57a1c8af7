"""The literate source: what each header becomes, and what is said about a wrong one."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import jupytext
import nbformat
import pytest

from autograder.building import literate
from autograder.building.folded import expanded
from autograder.building.setup_cell import guarded
from autograder.course.course import Course
from autograder.errors import AuthorError
from autograder.exercises.assignment import Assignment
from autograder.exercises.exercise import Exercise

SOURCE = '''\
# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
# ---
"""For the module alone."""

from __future__ import annotations

# %% [markdown]
# # Title
#
# Text with $x$ and `# a hash`.

# %% locked="setup"
import math

# %% [markdown] locked="box"
# **Convention.** Angles are in radians.

# %% active="py"
from typing import Any


# %% solution="counter"
class Counter:
    # copy the start, why?
    # ls
    def __init__(self, start: int) -> None:
        ### BEGIN SOLUTION
        self.n = start
        ### END SOLUTION

    @property
    def twice(self) -> int:
        """Twice the count."""
        ### BEGIN SOLUTION
        return 2 * self.n
        ### END SOLUTION


# %% check="counter"

# %% solution="area"
def area(r: float) -> float:
    """The area of a circle."""
    ### BEGIN SOLUTION
    # cat and mouse
    return math.pi * r**2
    ### END SOLUTION


# %% check="area"
# check("area")

# %% figure="circle"
# # Predict first.
# circle(
#     area,
#
#     r=2)

# %% active="ipynb"
# %matplotlib inline
# %config InlineBackend.figure_format = "retina"

# %%
# Try it here.
x = 1  # a comment
# !important
'''

COUNTER = '''\
class Counter:
    # copy the start, why?
    # ls
    def __init__(self, start: int) -> None:
        ### BEGIN SOLUTION
        self.n = start
        ### END SOLUTION

    @property
    def twice(self) -> int:
        """Twice the count."""
        ### BEGIN SOLUTION
        return 2 * self.n
        ### END SOLUTION'''

SETUP = """\
try:
    import math
except ModuleNotFoundError as missing:
    raise SystemExit(
        f"This notebook needs the package {missing.name!r}. In a terminal, install the .whl file "
        "that your course hands out with `pip install FILE.whl`, then restart the kernel."
    ) from None"""

AREA = '''\
def area(r: float) -> float:
    """The area of a circle."""
    ### BEGIN SOLUTION
    # cat and mouse
    return math.pi * r**2
    ### END SOLUTION'''


def exercise(name: str, points: float) -> Exercise:
    return Exercise(name, solution=None, points=points, drive=None, cases=[PUBLIC])  # type: ignore


PUBLIC = SimpleNamespace(name="one", public=True)
EXERCISES = (exercise("counter", 2), exercise("area", 0.5))


def assignment(root: Path, text: str) -> Assignment:
    folder = root / "solutions" / "week1"
    folder.mkdir(parents=True)
    (folder / "lesson.py").write_text(text, encoding="utf-8")
    return Assignment("week1", folder, EXERCISES)


def test_each_cell_becomes_what_its_header_says(tmp_path: Path) -> None:
    notebook = literate.read(assignment(tmp_path, SOURCE)).notebook
    assert [(cell.cell_type, cell.id, cell.source) for cell in notebook.cells] == [
        ("markdown", "cell-1", "# Title\n\nText with $x$ and `# a hash`."),
        ("code", "setup", SETUP),
        ("markdown", "box", "**Convention.** Angles are in radians."),
        ("code", "counter", COUNTER),
        ("code", "check-counter", 'check("counter")'),
        ("code", "area", AREA),
        ("code", "check-area", 'check("area")'),
        ("code", "circle", "# Predict first.\ncircle(\n    area,\n\n    r=2)"),
        (
            "code",
            "cell-9",
            '%matplotlib inline\n%config InlineBackend.figure_format = "retina"',
        ),
        ("code", "cell-10", "# Try it here.\nx = 1  # a comment\n# !important"),
    ]
    nbformat.validate(notebook)


def test_the_metadata_that_nbgrader_wants(tmp_path: Path) -> None:
    notebook = literate.read(assignment(tmp_path, SOURCE)).notebook
    metadata = {cell.id: cell.metadata for cell in notebook.cells if cell.metadata}
    assert metadata.pop("circle") == {"tags": ["figure"]}
    claims: dict[str, dict[str, object]] = {
        "setup": {"grade": False, "solution": False, "locked": True},
        "box": {"grade": False, "solution": False, "locked": True},
        "counter": {"grade": False, "solution": True, "locked": False},
        "check-counter": {"grade": True, "solution": False, "locked": True, "points": 2},
        "area": {"grade": False, "solution": True, "locked": False},
        "check-area": {"grade": True, "solution": False, "locked": True, "points": 0.5},
    }
    assert metadata == {
        name: {"nbgrader": {"grade_id": name, "schema_version": 3, "task": False, **more}}
        for name, more in claims.items()
    }
    assert notebook.metadata == {
        "kernelspec": {
            "display_name": "Python 3 (ipykernel)",
            "language": "python",
            "name": "python3",
        }
    }


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    week1 = assignment(tmp_path, SOURCE)
    assert literate.read(week1) == literate.read(week1)


def test_lines_are_those_of_the_headers(tmp_path: Path) -> None:
    lines = literate.read(assignment(tmp_path, SOURCE)).lines
    headers = [line for line in SOURCE.split("\n") if line.startswith("# %%")]
    headers.remove('# %% active="py"')
    assert [SOURCE.split("\n")[line - 1] for line in lines.values()] == headers


def as_built(cell: nbformat.NotebookNode) -> str:
    if cell.cell_type == "markdown":
        return expanded(cell.source)
    return guarded(cell.source) if cell.metadata.get("locked") == "setup" else str(cell.source)


@pytest.mark.parametrize("path", sorted(Path("solutions").glob("*/cases.py")), ids=str)
def test_jupytext_sees_the_same_cells(path: Path) -> None:
    """What an author sees who opens the source in JupyterLab, in Jupytext's own settings."""
    name = path.parent.name
    ours = literate.read(Course(Path.cwd()).load(name)).notebook
    theirs = jupytext.read(path.with_name("lesson.py"))
    # Check cells have no body there, and figures a commented one.
    assert [
        (cell.cell_type, cell.source)
        for cell in ours.cells
        if not cell.id.startswith("check-") and "figure" not in cell.metadata.get("tags", [])
    ] == [
        (cell.cell_type, as_built(cell))
        for cell in theirs.cells
        if not {"check", "figure"} & {*cell.metadata} and cell.metadata.get("active") != "py"
    ]


HEADER = "is no header of one cell"
WRONG: dict[str, tuple[str, str, str]] = {
    "misspelled key": ('# %% solution="area"', '# %% soluton="area"', HEADER),
    "title": ('# %% solution="area"', "# %% The area", HEADER),
    "no quotes": ('# %% solution="area"', "# %% solution=area", HEADER),
    "no value": ('# %% solution="area"', "# %% solution", HEADER),
    "two roles": ('# %% solution="area"', '# %% solution="area" locked="a"', HEADER),
    "points": ('# %% check="area"', '# %% check="area" points=3', HEADER),
    "nbgrader's own": ('# %% check="area"', '# %% check="area" grade=true', HEADER),
    "active elsewhere": ('# %% active="py"', '# %% active="md"', HEADER),
    "a solution out of the module": (
        '# %% solution="area"',
        '# %% solution="area" active="ipynb"',
        HEADER,
    ),
    "a locked cell out of the notebook": (
        '# %% locked="setup"',
        '# %% locked="setup" active="py"',
        HEADER,
    ),
    "prose as a solution": (
        '# %% [markdown] locked="box"',
        '# %% [markdown] solution="box"',
        HEADER,
    ),
    "raw as a solution": ('# %% solution="area"', '# %% [raw] solution="area"', HEADER),
    "sub-cell": ("# %%\n# Try", "# %% % deeper\n# Try", HEADER),
    "header in a cell": ("# %%\n# Try", "# %%\nif x:\n    # %% y\n    y = 1\n# Try", HEADER),
    "odd name": ('# %% figure="circle"', '# %% figure="a circle"', "figure='a circle'"),
    "name that is a number": ('# %% figure="circle"', "# %% figure=3", "figure=3"),
    "name of a cell without one": ('# %% figure="circle"', '# %% figure="cell-10"', "'cell-10'"),
    "name too long": ('# %% figure="circle"', f'# %% figure="{"x" * 59}"', "up to 58"),
    "name twice": ('# %% figure="circle"', '# %% figure="setup"', "'setup' stands at line 15"),
    "name of a check": (
        '# %% figure="circle"',
        '# %% figure="check-area"',
        "'check-area' stands at line 53",
    ),
    "check twice": ("# %%\n# Try", '# %% check="area"\n\n# %%\n# Try', "'check-area' stands at"),
    "unknown exercise": ('# %% check="counter"', '# %% check="volume"', "check='volume': cases.py"),
    "code under a check": ('# check("area")', 'check("area")', "make it a comment"),
    "code under a figure": ("# circle(", "circle(", "'circle(' is for the notebook alone"),
    "code for the notebook": ("# %matplotlib inline", "%matplotlib inline", "make it a comment"),
    "misspelled marker": (
        "    ### BEGIN SOLUTION\n    # cat",
        "    ## BEGIN SOLUTION\n    # cat",
        "where ### BEGIN SOLUTION is due",
    ),
    "END before BEGIN": (
        "    ### BEGIN SOLUTION\n    # cat",
        "    ### END SOLUTION\n    # cat",
        "where ### BEGIN SOLUTION is due",
    ),
    "BEGIN after BEGIN": (
        "    # cat",
        "    ### BEGIN SOLUTION\n    # cat",
        "where ### END SOLUTION is due",
    ),
    "marker outside": ("# Try it here.", "# BEGIN SOLUTION", "outside of a cell with solution"),
    "marker in prose": ("# # Title", "# END SOLUTION", "outside of a cell with solution"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_source_is_refused_with_its_line(tmp_path: Path, case: str) -> None:
    right, wrong, expected = WRONG[case]
    assert SOURCE.count(right) == 1
    text = SOURCE.replace(right, wrong)
    line = SOURCE[: SOURCE.index(right)].count("\n") + 1
    with pytest.raises(AuthorError) as raised:
        literate.read(assignment(tmp_path, text))
    message = str(raised.value)
    assert message.startswith(f"solutions/week1/lesson.py:{line}: ")
    assert expected in message
    assert message.endswith(".")


FOLDED = """\
# %% [markdown]
#
# What is it?
#
# ??? answer
#     **It.**
"""


def test_a_folded_block_is_unfolded_in_prose_alone(tmp_path: Path) -> None:
    text = f"{SOURCE}\n{FOLDED}\n# %%\n# ??? answer\n"
    prose, code = literate.read(assignment(tmp_path, text)).notebook.cells[-2:]
    assert prose.source == (
        "What is it?\n\n<details><summary>Answer</summary>\n\n**It.**\n\n</details>"
    )
    assert code.source == "# ??? answer"


def test_prose_without_a_word(tmp_path: Path) -> None:
    notebook = literate.read(assignment(tmp_path, f"{SOURCE}\n# %% [markdown]")).notebook
    assert notebook.cells[-1].source == ""


@pytest.mark.parametrize(
    ("right", "wrong", "line", "what"),
    [
        ("??? answer", "??? anser", 5, "'??? anser' is no folded block: write ??? hint, "),
        ("     **It.**", " It.", 5, "'??? answer' has no text: indent it by four spaces"),
        ("**It.**", "**It.**\n# No.", 7, "'No.' is right below a folded block"),
    ],
)
def test_a_folded_block_of_another_form_is_refused_with_its_line(
    tmp_path: Path, right: str, wrong: str, line: int, what: str
) -> None:
    text = f"{SOURCE}\n{FOLDED.replace(right, wrong)}"
    with pytest.raises(AuthorError) as raised:
        literate.read(assignment(tmp_path, text))
    place = SOURCE.count("\n") + 1 + line
    assert str(raised.value).startswith(f"solutions/week1/lesson.py:{place}: {what}")


BEGIN, END = "    ### BEGIN SOLUTION\n    # cat", "r**2\n    ### END SOLUTION"
CELLWISE: dict[str, tuple[dict[str, str], str]] = {
    "no END": ({END: "r**2"}, "has no ### END SOLUTION"),
    "no markers": ({BEGIN: "    # cat", END: "r**2"}, "put ### BEGIN SOLUTION and ### END"),
    "body of a check": ({'# check("area")': "# check()"}, 'check("area") is put in'),
}


@pytest.mark.parametrize("case", CELLWISE)
def test_a_wrong_cell_is_refused_with_its_header_s_line(tmp_path: Path, case: str) -> None:
    changes, expected = CELLWISE[case]
    text = SOURCE
    for right, wrong in changes.items():
        assert text.count(right) == 1
        text = text.replace(right, wrong)
    header = '# %% check="area"' if case == "body of a check" else '# %% solution="area"'
    line = text[: text.index(header)].count("\n") + 1
    with pytest.raises(AuthorError) as raised:
        literate.read(assignment(tmp_path, text))
    assert str(raised.value).startswith(f"solutions/week1/lesson.py:{line}: ")
    assert expected in str(raised.value)


@pytest.mark.parametrize("role", ["solution", "check"])
def test_an_exercise_without_its_cells(tmp_path: Path, role: str) -> None:
    week1 = assignment(tmp_path, SOURCE)
    more = Assignment(week1.name, week1.folder, (*EXERCISES, exercise("volume", 1)))
    (week1.folder / "lesson.py").write_text(
        f'{SOURCE}\n\n# %% solution="volume"\n### BEGIN SOLUTION\nv = 1\n### END SOLUTION\n'
        if role == "check"
        else SOURCE,
        encoding="utf-8",
    )
    with pytest.raises(AuthorError, match=f"'volume' has no cell # %% {role}=\"volume\""):
        literate.read(more)


def test_a_source_that_is_no_text(tmp_path: Path) -> None:
    week1 = assignment(tmp_path, "")
    week1.lesson.write_bytes(b"\xff")
    with pytest.raises(AuthorError, match=r"lesson\.py can't be read"):
        literate.read(week1)


def test_a_source_that_is_missing(tmp_path: Path) -> None:
    week1 = assignment(tmp_path, "")
    week1.lesson.rename(week1.folder / "week1.py")
    with pytest.raises(AuthorError, match=r"week1/lesson\.py is missing: write the assignment's"):
        literate.read(week1)


@pytest.mark.parametrize("header", ['# %% locked="box"', "# %%", '# %% locked="setup"\nx = 1'])
def test_only_the_imports_of_a_setup_cell_are_guarded(tmp_path: Path, header: str) -> None:
    text = SOURCE.replace('locked="box"', 'locked="prose"').replace('locked="setup"', 'locked="s"')
    cell = f"{header}\nimport os\n" if "setup" not in header else f"{header}\n"
    notebook = literate.read(assignment(tmp_path, f"{text}\n{cell}")).notebook
    assert notebook.cells[-1].source == cell.split("\n", 1)[1].strip()
