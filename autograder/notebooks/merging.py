"""A submission put into the instructor's notebook: what is run, graded and shown.

Of a submission, only the text of its cells is taken over. Which cells are locked, what they say and
how many points they give stands in the source, and nothing that a submission claims changes it.
"""

from __future__ import annotations

from collections.abc import Collection

from nbformat import NotebookNode

from autograder.notebooks.marks import FIGURE, check_id, grade_id, is_figure, is_solution
from autograder.notebooks.nodes import PYTHON, give_ids, node, notebook
from autograder.running.cell import Cell


def merge(source: NotebookNode, submission: NotebookNode) -> NotebookNode:
    """`submission`, with everything but the student's own text taken from `source`.

    - A locked cell is the source's, at the place where the submission has it.
    - A solution cell has the student's text under the source's metadata.
    - Other cells are the student's own and stay where they are, without metadata. So does a second
      copy of a solution cell: as in Jupyter, the last definition wins. A second copy of a locked
      cell is dropped.
    - What the submission lacks is put in after the cell that it follows in the source; a solution
      cell is empty then.
    - A figure cell that was left as it is keeps its tag.

    Args:
        source: the instructor's notebook, as `read` gives it.
        submission: as `read` gives it; whatever its metadata claims.
    """
    source_cells = {name: cell for cell in source.cells if (name := _name(cell))}
    merged: list[NotebookNode] = []
    own_cells: list[NotebookNode] = []
    seen: set[str] = set()
    for cell in submission.cells:
        name = grade_id(cell)
        if name in source_cells and name not in seen:
            seen.add(name)
            merged.append(_restored(source_cells[name], cell))
        elif name not in source_cells or is_solution(source_cells[name]):
            own_cells.append(_without_metadata(cell))
            merged.append(own_cells[-1])
    _put_in_missing(merged, source_cells)
    give_ids(own_cells, [cell.id for cell in source_cells.values()])
    return _notebook(source, merged)


def blank(source: NotebookNode) -> NotebookNode:
    """What to show for a submission that can't be read: `source`, its solution cells emptied."""
    cells = [
        _restored(cell, None) if _name(cell) else _without_metadata(cell) for cell in source.cells
    ]
    return _notebook(source, cells)


def runnable(
    merged: NotebookNode, exercises: Collection[str], *, figures: bool = False
) -> list[Cell]:
    """The code cells to run, in order: not the checks of `exercises`, and no empty cell.

    Args:
        merged: as `merge` gives it.
        exercises: the names of the assignment's exercises.
        figures: whether cells that only draw are run, too.
    """
    checks = {check_id(name) for name in exercises}
    return [
        Cell(index, grade_id(cell) or f"cell {index + 1}", cell.source)
        for index, cell in enumerate(merged.cells)
        if cell.cell_type == "code"
        and cell.source.strip()
        and grade_id(cell) not in checks
        and (figures or not is_figure(cell))
    ]


def _name(cell: NotebookNode) -> str:
    """The grade_id of a cell of the source; "" for an ordinary cell, which may still have one."""
    name = grade_id(cell)
    flags = ("grade", "solution", "locked", "task")
    return name if name and any(cell.metadata.nbgrader.get(flag) for flag in flags) else ""


def _restored(source_cell: NotebookNode, submitted: NotebookNode | None) -> NotebookNode:
    """The source's cell; a solution cell with the student's text, or none."""
    cell = node(source_cell)
    if is_solution(source_cell):
        cell.source = submitted.source if submitted else ""
        cell.pop("attachments", None)
        if submitted and cell.cell_type != "code" and "attachments" in submitted:
            cell.attachments = submitted.attachments
    return cell


def _without_metadata(cell: NotebookNode) -> NotebookNode:
    kept = ("id", "cell_type", "source", "attachments", "outputs", "execution_count")
    return node({key: cell[key] for key in kept if key in cell} | {"metadata": {}})


def _put_in_missing(merged: list[NotebookNode], source_cells: dict[str, NotebookNode]) -> None:
    place = 0
    for name, cell in source_cells.items():
        present = [index for index, other in enumerate(merged) if grade_id(other) == name]
        if not present:
            merged.insert(place, _restored(cell, None))
        place = (present[0] if present else place) + 1


def _notebook(source: NotebookNode, cells: list[NotebookNode]) -> NotebookNode:
    """A notebook of these cells, in which the source's figures are known by their text.

    By their text, not by a tag: a tag on other code would keep a right answer from being run.
    """
    figures = {cell.source.strip() for cell in source.cells if is_figure(cell)}
    for cell in cells:
        if not grade_id(cell) and cell.cell_type == "code" and cell.source.strip() in figures:
            cell.metadata.tags = [FIGURE]
    return notebook(cells, {"kernelspec": source.metadata.get("kernelspec", PYTHON)})
