"""`autograder check NOTEBOOK`: a student's self-check without Jupyter."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from autograder import notebooks
from autograder.checking.check import check_all
from autograder.data.sentence import Sentence
from autograder.errors import NotebookError
from autograder.files import CHECKS
from autograder.judging import bundle
from autograder.notebooks.marks import check_id
from autograder.results.result import ExerciseResult
from autograder.running.cell import CellRun
from autograder.running.notices import NOTICES, speak
from autograder.running.shell import Cells
from autograder.words.printable import printable
from autograder.words.said import said, translated


def check_notebook(path: Path, names: Sequence[str]) -> list[ExerciseResult]:
    """Runs the notebook's cells in this process, as Jupyter would, and checks what they define.

    Args:
        path: the notebook; the checks bundle lies beside it.
        names: which exercises; none means all.

    Raises:
        NotebookError: where the notebook can't be read.
        BundleError: where its checks can't, or an exercise of a name is not there.
    """
    if not path.is_file():
        raise NotebookError(Sentence("notebook-no-path", notebook=printable(str(path))))
    cells = notebooks.runnable(notebooks.read(path), ())
    folder = path.resolve().parent
    exercises = [exercise.name for exercise in bundle.read(folder / CHECKS)]
    checks = {check_id(name) for name in exercises}
    speak(translated(NOTICES))
    os.chdir(folder)  # where Jupyter runs a notebook's cells
    with Cells() as shell:
        for cell in cells:
            if cell.name not in checks:
                _say_error(cell.name, shell.run(cell.name, cell.source))
        return check_all(shell.namespace, folder, cells, names)


def _say_error(name: str, run: CellRun) -> None:
    for output in run.outputs:
        if output["output_type"] == "error":
            raised = f"{output['ename']}: {output['evalue']}"
            print(said("Cell {cell}: {raised}", cell=repr(name), raised=raised), file=sys.stderr)
