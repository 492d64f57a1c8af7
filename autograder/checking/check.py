"""What students call: `check("adam")`, and what stands behind `autograder check NOTEBOOK`."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TextIO

from IPython.core.getipython import get_ipython
from IPython.display import display

from autograder import drives
from autograder.errors import AutograderError, BundleError
from autograder.files import CHECKS
from autograder.judging import bundle
from autograder.judging.judged import judged
from autograder.judging.prepared import ExerciseData
from autograder.library_use.uses import Code
from autograder.report import html, text
from autograder.results.kinds import Verdict
from autograder.results.result import ExerciseResult
from autograder.running.attempt import attempt, own_draws_kept
from autograder.running.cell import Cell
from autograder.words.said import said
from autograder.words.told import sentence_of, told


def check(*names: str) -> None:
    """Checks the named exercises, or all of them, against the public cases.

    Shows the result; where something failed, or uses what the exercise forbids, one sentence goes
    to stderr, so that Run All goes on and nbgrader's Validate fails. Returns nothing and raises
    nothing for a fault of yours.

    Args:
        names: exercises such as "adam"; none means all.
    """
    try:
        results = check_all(_namespace(), Path.cwd(), _history(), names)
    except AutograderError as error:
        _print(told(sentence_of(error)), sys.stderr)
        return
    _show(results)
    for result in results:
        if result.verdict is not Verdict.PASSED:
            _print(_folded(text.sentence(result)), sys.stderr)
        for note in text.notes(result):
            _print(_folded(note), sys.stderr)


def _print(said: str, stream: TextIO) -> None:
    """Prints to a stream that may lack a sign, as a terminal without a locale does: "?" for it."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    print(said.encode(encoding, "replace").decode(encoding), file=stream)


def _folded(sentence: str) -> str:
    """In lines that neither JupyterLab's output nor nbgrader's Validate cuts."""
    return textwrap.fill(sentence, 88, break_on_hyphens=False)


def check_all(
    namespace: Mapping[str, object],
    folder: Path,
    cells: Sequence[Cell],
    names: Sequence[str] = (),
) -> list[ExerciseResult]:
    """The results of the named exercises (none: of all) on their public cases.

    Args:
        namespace: what the student's cells defined.
        folder: where the checks bundle lies.
        cells: those that have run, in order.
        names: which exercises.

    Raises:
        BundleError: where there is no readable bundle, or no exercise of a name.
    """
    exercises = {exercise.name: exercise for exercise in bundle.read(folder / CHECKS)}
    for name in names:
        if name not in exercises:
            known = ", ".join(exercises)
            raise BundleError(
                said(
                    "There is no exercise {name} in this assignment; it has: {known}.",
                    name=repr(name),
                    known=known,
                )
            )
    code = Code(cells)
    wanted = [exercises[name] for name in names or tuple(exercises)]
    with own_draws_kept():
        return [_check_one(exercise, namespace, folder, code) for exercise in wanted]


def _check_one(
    exercise: ExerciseData, namespace: Mapping[str, object], folder: Path, code: Code
) -> ExerciseResult:
    drive = drives.find(exercise.drive, folder)
    ask = partial(attempt, namespace, exercise.object_name, drive)
    replies = [ask(case.inputs) for case in exercise.cases]
    return judged(exercise, replies, code.uses(exercise.object_name, exercise.forbids))


def _namespace() -> Mapping[str, object]:
    shell = get_ipython()
    return shell.user_ns if shell is not None else vars(sys.modules["__main__"])


def _history() -> list[Cell]:
    """What has run in this notebook so far, each run of a cell anew."""
    shell = get_ipython()
    history = None if shell is None else shell.history_manager
    texts = [] if history is None else history.input_hist_raw
    return [Cell(number, f"In [{number}]", text) for number, text in enumerate(texts)]


def _show(results: Sequence[ExerciseResult]) -> None:
    plain = "\n\n".join(text.checked(result) for result in results)
    if get_ipython() is None:
        _print(plain, sys.stdout)
        return
    rich = "".join(html.checked(result) for result in results)
    display({"text/plain": plain, "text/html": rich}, raw=True)
