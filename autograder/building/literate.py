"""The literate source of an assignment, `solutions/<name>/lesson.py`, made into a notebook.

One file is a notebook in Jupytext's percent format and an importable module. The author's cell
headers are short; points and all that nbgrader wants to know are filled in:

```
# %% [markdown]                  prose
# %% [markdown] locked="box"     prose that nobody changes
# %%                             code that a student may change
# %% locked="setup"              plain imports; what says how to install them is put around them
# %% locked="box"                other code that nobody changes
# %% solution="adam"             an exercise; ### BEGIN SOLUTION, the reference, ### END SOLUTION
# %% check="adam"                its check, `check("adam")`; no body
# %% figure="valley"             a picture, `# valley(SGD, Adam)`; not run while grading
# %% active="ipynb"              other code for the notebook alone; may be locked="setup", too
# %% active="py"                 code for the module alone; so is what stands above the first header
```

In prose, `??? hint` with indented text below it is a folded block (`folded`).

Code for the notebook alone (a figure, `active="ipynb"`) stands in comments, since the module is
imported: one "# " is taken from each line. Everywhere else a comment stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import jupytext
from nbformat import NotebookNode

from autograder.building.folded import expanded
from autograder.building.setup_cell import guarded
from autograder.errors import AuthorError
from autograder.exercises.assignment import Assignment, no_lesson
from autograder.notebooks.marks import BEGIN_SOLUTION, END_SOLUTION, FIGURE, check_id
from autograder.notebooks.nodes import give_ids, node, notebook
from autograder.words.said import said

_HEADER = re.compile(r"#\s*%%(\s|$)")
_MARKER = re.compile(r"(BEGIN|END) SOLUTION")
# A cell's id has 64 characters at most, some of them for "check-"; "cell-7" is a cell without name.
_NAME = re.compile(r"(?!cell-)[A-Za-z0-9_-]{1,58}")
# What a code cell may be, and where each may be active.
_ACTIVE = {
    "": ("", "ipynb", "py"),
    "locked": ("", "ipynb"),
    "solution": ("",),
    "check": ("", "ipynb"),
    "figure": ("", "ipynb"),
}
_PROSE = {"": ("",), "locked": ("",)}
# Jupytext's own notes on how a cell was written.
_NOTES = {"cell_marker", "lines_to_next_cell", "region_name"}
# Else a comment like "# copy the gradient" is taken for a shell command, and uncommented.
_FORMAT = {"extension": ".py", "format_name": "percent", "comment_magics": False}


@dataclass(frozen=True)
class Literate:
    """What was read: the instructor's notebook, and the line of each cell by the cell's id."""

    path: Path
    notebook: NotebookNode
    lines: dict[str, int]


@dataclass(frozen=True)
class _Part:
    """One cell, as it was written."""

    line: int
    role: str
    name: str
    kind: str
    source: str

    @property
    def id(self) -> str:
        return check_id(self.name) if self.role == "check" else self.name


def read(assignment: Assignment) -> Literate:
    """The instructor's notebook of `assignment`.

    Raises:
        AuthorError: with file and line, where the source says what can't be built, or does not fit
            the assignment's exercises.
    """
    path = assignment.lesson
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise no_lesson(path) from None
    except (OSError, UnicodeDecodeError) as error:
        raise AuthorError(
            said(
                "{path} can't be read ({error}): write the assignment there.",
                path=path,
                error=error,
            )
        ) from None
    parts = [part for line, chunk in _chunks(text) if (part := _part(path, line, chunk))]
    _check_names(path, parts, assignment)
    points = {exercise.name: exercise.points for exercise in assignment.exercises}
    cells = [_cell(part, points.get(part.name, Fraction(0))) for part in parts]
    give_ids(cells)
    lines = {cell.id: part.line for cell, part in zip(cells, parts, strict=True)}
    return Literate(path, notebook(cells), lines)


def wrong(path: Path, line: int, what: str) -> AuthorError:
    """An error that says where it is, as compilers do."""
    return AuthorError(f"{Path(*path.parts[-3:])}:{line}: {what}")


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    """Each cell's text, header included, with the number of its first line."""
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if _HEADER.match(line)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield start + 1, "\n".join(lines[start:end])


def _part(path: Path, line: int, chunk: str) -> _Part | None:
    """The cell; None where it is for the module alone."""
    header, *body = chunk.split("\n")
    cell, *more = jupytext.reads(chunk, fmt=dict(_FORMAT)).cells
    metadata = {key: value for key, value in cell.metadata.items() if key not in _NOTES}
    active = metadata.pop("active", "")
    role, name = next(iter(metadata.items()), ("", ""))
    known = _ACTIVE if cell.cell_type == "code" or active == "py" else _PROSE
    if more or len(metadata) > 1 or active not in known.get(role, ()):
        raise wrong(
            path,
            line,
            said(
                "{header} is no header of one cell: write # %% or # %% [markdown], and "
                'then nothing or one of solution="NAME", check="NAME", figure="NAME", '
                'locked="NAME", active="ipynb", active="py" (of prose, locked="NAME" '
                "alone).",
                header=repr(header),
            ),
        )
    if role and not (isinstance(name, str) and _NAME.fullmatch(name)):
        raise wrong(
            path,
            line,
            said(
                "{role}={name} is no name: it has up to 58 letters, digits, '_' and '-', "
                "and does not begin with 'cell-'.",
                role=role,
                name=repr(name),
            ),
        )
    _check_regions(path, line, role, body)
    if active == "py":
        return None
    source = cell.source.strip("\n")
    if cell.cell_type == "markdown":
        source = _unfolded(path, line, body, source)
    if active == "ipynb" or role in ("check", "figure"):
        source = _uncommented(path, line, body)
    if role == "check":
        source = _check_source(path, line, name, source)
    if (role, name, cell.cell_type) == ("locked", "setup", "code"):
        source = guarded(source)
    return _Part(line, role, name, cell.cell_type, source)


def _check_regions(path: Path, line: int, role: str, body: list[str]) -> None:
    due, next_due = BEGIN_SOLUTION, END_SOLUTION
    for number, text in enumerate(body, start=line + 1):
        if not _MARKER.search(text):
            continue
        if role != "solution":
            raise wrong(
                path,
                number,
                said(
                    '{line} outside of a cell with solution="NAME": move it.',
                    line=repr(text.strip()),
                ),
            )
        if text.strip() != due:
            raise wrong(
                path, number, said("{line} where {due} is due.", line=repr(text.strip()), due=due)
            )
        due, next_due = next_due, due
    if due == END_SOLUTION:
        raise wrong(path, line, said("the solution has no {end}.", end=END_SOLUTION))
    if role == "solution" and not any(_MARKER.search(text) for text in body):
        raise wrong(
            path,
            line,
            said(
                "put {begin} and {end} around what students write.",
                begin=BEGIN_SOLUTION,
                end=END_SOLUTION,
            ),
        )


def _unfolded(path: Path, line: int, body: list[str], source: str) -> str:
    first, *_ = source.split("\n")
    starts = (number for number, text in enumerate(body, start=line + 1) if first in text)
    start = next(starts, line)
    return expanded(source, lambda number, what: wrong(path, start + number, what))


def _uncommented(path: Path, line: int, body: list[str]) -> str:
    for number, text in enumerate(body, start=line + 1):
        if text.strip() and not text.startswith("#"):
            raise wrong(
                path,
                number,
                said(
                    "{text} is for the notebook alone: make it a comment, '# {code}'.",
                    text=repr(text),
                    code=text,
                ),
            )
    return "\n".join(re.sub("^# ?", "", text) for text in body).strip("\n")


def _check_source(path: Path, line: int, name: str, body: str) -> str:
    source = f'check("{name}")'
    if body not in ("", source):
        raise wrong(
            path, line, said("a check cell has no body; {source} is put in.", source=source)
        )
    return source


def _check_names(path: Path, parts: list[_Part], assignment: Assignment) -> None:
    """Names stand once, and every exercise has a solution cell and a check."""
    seen: dict[str, int] = {}
    for part in (part for part in parts if part.role):
        if part.id in seen:
            raise wrong(
                path,
                part.line,
                said(
                    "{id} stands at line {seen} already: rename one.",
                    id=repr(part.id),
                    seen=seen[part.id],
                ),
            )
        seen[part.id] = part.line
    exercises = [exercise.name for exercise in assignment.exercises]
    for role in ("solution", "check"):
        named = {part.name: part.line for part in parts if part.role == role}
        for name in (name for name in named if name not in exercises):
            raise wrong(
                path,
                named[name],
                said(
                    "{role}={name}: cases.py has no such exercise, only {exercises}.",
                    role=role,
                    name=repr(name),
                    exercises=", ".join(exercises),
                ),
            )
        for name in (name for name in exercises if name not in named):
            raise wrong(
                path,
                1,
                said(
                    'exercise {name} has no cell # %% {role}="{plain}": write one.',
                    name=repr(name),
                    role=role,
                    plain=name,
                ),
            )


def _cell(part: _Part, points: Fraction) -> NotebookNode:
    cell = {"cell_type": part.kind, "source": part.source, "metadata": _metadata(part, points)}
    named = {"id": part.id} if part.role else {}
    ran: dict[str, Any] = {"outputs": [], "execution_count": None} if part.kind == "code" else {}
    return node({**cell, **named, **ran})


def _metadata(part: _Part, points: Fraction) -> dict[str, Any]:
    if part.role == "figure":
        return {"tags": [FIGURE]}
    if not part.role:
        return {}
    claims: dict[str, Any] = {
        "grade_id": part.id,
        "grade": part.role == "check",
        "solution": part.role == "solution",
        "locked": part.role != "solution",
        "task": False,
        "schema_version": 3,
    }
    if part.role == "check":
        claims["points"] = int(points) if points.denominator == 1 else float(points)
    return {"nbgrader": claims}
