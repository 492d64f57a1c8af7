"""Submissions written as scripts: short texts that a test or a demo turns into whole notebooks.

A script is in Jupytext's percent format. Its front matter says what it is about and what grading
has to find; a cell `# %% solution="adam"` replaces the student's part of that exercise; any other
cell is the student's own and stands where it stands in the script. An exercise that a script does
not mention is solved as in the instructor's notebook, or left as released where the front matter
says `others: unsolved`.

```
# ---
# autograder:
#   about: Adam that forgets the bias correction
#   expects:
#     adam: no-bias-correction
# ---
# %% solution="adam"
class Adam: ...
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jupytext
import yaml
from nbformat import NotebookNode

from autograder.errors import AuthorError
from autograder.notebooks.marks import BEGIN_SOLUTION, END_SOLUTION, grade_id, is_solution
from autograder.words.said import said


@dataclass(frozen=True)
class Expectation:
    """What grading a script has to find.

    Args:
        about: the script in half a sentence.
        expects: for each exercise that fails, a mistake's name or a finding's kind; every other
            exercise earns full credit.
        uses: the exercises that use what they forbid.
    """

    about: str
    expects: Mapping[str, str]
    uses: tuple[str, ...] = ()


@dataclass
class _Script:
    front: Mapping[str, Any]
    solutions: dict[str, str] = field(default_factory=dict)
    before: dict[str, list[NotebookNode]] = field(default_factory=dict)
    """The student's own cells, by the exercise that they stand before; "" is the end."""


def expectation(script: Path) -> Expectation:
    """What the front matter of `script` says.

    Raises:
        AuthorError: where it says nothing of the kind.
    """
    front = _read(script).front
    expects = dict(front.get("expects") or {})
    return Expectation(str(front["about"]), expects, tuple(front.get("uses") or ()))


def submission(script: Path, source: NotebookNode, released: NotebookNode) -> NotebookNode:
    """The notebook that a student hands in who wrote what stands in `script`.

    Args:
        script: a file in percent format.
        source: the instructor's notebook, with its solutions.
        released: the notebook that the student got; left as it is.

    Raises:
        AuthorError: for a script without front matter, or with a cell for an exercise that the
            released notebook does not have.
    """
    written = _read(script)
    names = list(_solved(released))
    for name in written.solutions:
        if name not in names:
            known = ", ".join(names)
            raise AuthorError(
                said(
                    "{script} solves {name}; the released notebook has: {known}.",
                    script=script,
                    name=repr(name),
                    known=known,
                )
            )
    kept = released if written.front.get("others") == "unsolved" else source
    notebook = deepcopy(released)
    notebook.cells = list(
        _merged(notebook.cells, _solved(kept) | written.solutions, written.before)
    )
    return notebook


def _merged(
    cells: list[NotebookNode],
    texts: Mapping[str, str],
    before: Mapping[str, list[NotebookNode]],
) -> Iterator[NotebookNode]:
    for cell in cells:
        name = _exercise(cell)
        if name:
            yield from before.get(name, [])
            cell.source = texts[name]
        yield cell
    yield from before[""]


def _exercise(cell: NotebookNode) -> str:
    """The exercise that `cell` is the student's part of, or ""."""
    return grade_id(cell) if is_solution(cell) else ""


def _solved(notebook: NotebookNode) -> dict[str, str]:
    """What stands in the cells that a student fills in, without the author's markers."""
    return {name: _unmarked(cell.source) for cell in notebook.cells if (name := _exercise(cell))}


def _unmarked(source: str) -> str:
    marks = (BEGIN_SOLUTION, END_SOLUTION)
    return "\n".join(line for line in source.split("\n") if line.strip() not in marks)


def _read(script: Path) -> _Script:
    cells = jupytext.reads(script.read_text(encoding="utf-8"), fmt="py:percent").cells
    written = _Script(_front_matter(script, cells.pop(0) if cells else None))
    own: list[NotebookNode] = []
    for number, cell in enumerate(cells, start=1):
        name = cell.metadata.get("solution")
        if name is None:
            own.append(_own_cell(cell, number))
        else:
            written.solutions[name] = cell.source
            written.before[name], own = own, []
    written.before[""] = own
    return written


def _front_matter(script: Path, first: NotebookNode | None) -> Mapping[str, Any]:
    text = first.source.strip("-\n") if first is not None and first.cell_type == "raw" else ""
    front = (yaml.safe_load(text) or {}).get("autograder", {})
    if "about" not in front:
        raise AuthorError(
            said(
                "{script} does not say what it is about: begin it with front matter.", script=script
            )
        )
    return dict(front)


def _own_cell(cell: NotebookNode, number: int) -> NotebookNode:
    """`cell` with an id that is the same at every reading, and nothing of Jupytext's."""
    own = deepcopy(cell)
    own.id = f"own-{number}"
    own.metadata = NotebookNode()
    return own
