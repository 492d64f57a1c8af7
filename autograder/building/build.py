"""`autograder build`: from an assignment's literate source to `source/` and `release/`.

One way: what stands in those two folders under the names that are written here is output. A second
build changes no byte.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import nbformat
from IPython.core.inputtransformer2 import TransformerManager
from nbformat import NotebookNode
from nbgrader.preprocessors import (
    CheckCellMetadata,
    ClearHiddenTests,
    ClearMarkScheme,
    ClearOutput,
    ClearSolutions,
    ComputeChecksums,
    LockCells,
)

from autograder import drives
from autograder.building import leaks, literate
from autograder.building.literate import Literate
from autograder.course.course import Course
from autograder.errors import AuthorError, BundleError
from autograder.exercises.assignment import Assignment
from autograder.exercises.prepare import prepare, prepare_public
from autograder.files import CHECKS, visible, write_whole
from autograder.judging import bundle
from autograder.judging.agreement import agree
from autograder.judging.prepared import ExerciseData
from autograder.notebooks.marks import BEGIN_SOLUTION, is_solution, notebook_name
from autograder.notebooks.nodes import node
from autograder.words.said import said

DATA = "data"
"""The folder of an assignment whose files are handed out."""

# As `nbgrader generate_assignment` has them, but for those that need its database or a kernel.
PREPROCESSORS = (
    LockCells,
    ClearSolutions,
    ClearOutput,
    CheckCellMetadata,
    ComputeChecksums,
    ClearHiddenTests,
    ClearMarkScheme,
    ComputeChecksums,
    CheckCellMetadata,
)


@dataclass(frozen=True)
class Built:
    """What a build made: all its files, and those of them that were written or removed."""

    files: tuple[Path, ...]
    changed: tuple[Path, ...]


def build(course: Course, assignment: Assignment) -> Built:
    """Makes `source/<name>/` and `release/<name>/`: notebook, checks, public drives, data.

    Everything is made before anything is written, and each file appears at once and whole.

    Raises:
        AuthorError: where the assignment can't be built, or its release would hold a solution, a
            hidden input or the course key; nothing was written.
    """
    text = literate.read(assignment)
    public = _public_files(assignment.folder)
    for exercise in assignment.exercises:
        drives.find(drives.reference(exercise.drive), assignment.folder)
    beside = {CHECKS: _checks(course, assignment)} | public
    notebook = notebook_name(assignment.name)
    released = {notebook: _written(release(text))} | beside
    _refuse_leaks(course, assignment, text, released)
    folders = {
        course.source / assignment.name: {notebook: _written(text.notebook)} | beside,
        course.release / assignment.name: released,
    }
    changed = [path for folder, files in folders.items() for path in _put(folder, files)]
    all_files = [folder / name for folder, files in folders.items() for name in files]
    return Built(tuple(all_files), tuple(changed))


def _refuse_leaks(
    course: Course, assignment: Assignment, text: Literate, released: Mapping[str, bytes]
) -> None:
    key = course.key()
    exercises = [prepare(exercise, key) for exercise in assignment.exercises]
    found = leaks.find(released, leaks.secrets_of(text.notebook, exercises, key))
    if found:
        raise AuthorError(
            said(
                "The release of {assignment} would give answers away, so nothing was built:\n"
                "{places}",
                assignment=assignment.name,
                places="\n".join(f"  {sentence}" for sentence in found),
            )
        )


def release(text: Literate) -> NotebookNode:
    """The notebook that students get, as nbgrader makes it, without its database.

    Raises:
        AuthorError: where a cell that students get is not valid Python.
    """
    notebook = node(text.notebook)
    resources: dict[str, str] = {}
    for preprocessor in PREPROCESSORS:
        try:
            notebook, resources = preprocessor()(notebook, resources)
        except RuntimeError as error:  # a region of hidden tests that does not end, for one
            raise AuthorError(
                said("{path}: nbgrader says: {error}", path=text.path, error=error)
            ) from error
    for cell in notebook.cells:
        if cell.cell_type == "code":
            _check_python(text, cell)
    return notebook


def _check_python(text: Literate, cell: NotebookNode) -> None:
    plain = TransformerManager().transform_cell(cell.source)
    try:
        compile(plain, "<cell>", "exec", ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    except SyntaxError as error:
        raise literate.wrong(text.path, text.lines[cell.id], _no_python(cell, error.msg)) from None


def _no_python(cell: NotebookNode, reason: str) -> str:
    if is_solution(cell):
        return said(
            "what students get of this cell is not valid Python ({reason}): place {begin} so that "
            "`raise NotImplementedError()` can stand there.",
            reason=reason,
            begin=BEGIN_SOLUTION,
        )
    return said(
        "what students get of this cell is not valid Python ({reason}): mend the cell.",
        reason=reason,
    )


def _written(notebook: NotebookNode) -> bytes:
    return f"{nbformat.writes(notebook)}\n".encode()


def _checks(course: Course, assignment: Assignment) -> bytes:
    """The checks bundle: an earlier build's, where the data made now are the same but for rounding.

    Else every processor would build files of its own (see `agreement`).
    """
    made = [prepare_public(exercise, assignment.policy) for exercise in assignment.exercises]
    for folder in (course.source, course.release):
        kept = _whole_bundle(folder / assignment.name / CHECKS)
        if len(kept) == len(made) and all(map(agree, kept, made)):
            return bundle.encode(kept)
    return bundle.encode(made)


def _whole_bundle(path: Path) -> Sequence[ExerciseData]:
    """What a bundle holds that is, byte for byte, as it would be written now; else nothing."""
    try:
        found = bundle.read(path)
    except BundleError:
        return ()
    return found if bundle.encode(found) == path.read_bytes() else ()


def _public_files(folder: Path) -> dict[str, bytes]:
    """What an author hands out beside the notebook: drives of the assignment's own, and data."""
    paths = [folder / drives.OWN_FILE, *visible(folder / DATA)]
    links = [path for path in paths if path.is_symlink()]
    if links:
        raise AuthorError(
            said("{links} is a link: put the file itself in its place.", links=links[0])
        )
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in paths if path.is_file()
    }


def _put(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Writes what differs, and removes what an earlier build put there; returns both."""
    removed = _remove_stale(folder, {folder / name for name in files})
    written = [folder / name for name, data in files.items() if write_whole(folder / name, data)]
    return removed + written


def _remove_stale(folder: Path, made: Collection[Path]) -> list[Path]:
    """Only what a build makes and this one does not: the author's other files stay."""
    present = [folder / drives.OWN_FILE, *reversed(visible(folder / DATA))]
    stale = [path for path in present if path.is_file() and path not in made]
    for path in stale:
        path.unlink()
    for path in present:
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return stale
