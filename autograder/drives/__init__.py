"""The drives that any assignment can use, and how a drive is found by its reference.

For authors, too. Loaded by: sealed process, student, course. Imports: data.
"""

from __future__ import annotations

import inspect
import runpy
from pathlib import Path

from autograder.data.sentence import Sentence
from autograder.drives.batch_calls import batch_calls
from autograder.drives.drive import Drive
from autograder.drives.dropout_calls import dropout_calls
from autograder.drives.layer_calls import layer_calls
from autograder.drives.optimizer_steps import optimizer_steps
from autograder.drives.scalar_calls import scalar_calls
from autograder.drives.weight_draws import fixed_weights, weight_draws
from autograder.errors import AuthorError

GENERIC = {
    drive.name: drive
    for drive in (
        *(batch_calls, dropout_calls, fixed_weights, layer_calls),
        *(optimizer_steps, scalar_calls, weight_draws),
    )
}
__all__ = [
    "GENERIC",
    "OWN_FILE",
    "batch_calls",
    "dropout_calls",
    "find",
    "fixed_weights",
    "layer_calls",
    "optimizer_steps",
    "reference",
    "scalar_calls",
    "source",
    "weight_draws",
]

OWN_FILE = "drives.py"
"""An assignment with a need of its own defines its drives in this file, which its release ships."""


def reference(drive: Drive) -> str:
    """How `drive` is named wherever it has to be found again.

    >>> reference(optimizer_steps)
    'optimizer_steps'
    """
    return drive.name if GENERIC.get(drive.name) is drive else f"{OWN_FILE}:{drive.name}"


def find(reference: str, folder: Path) -> Drive:
    """The drive that `reference` names: a generic one, or one of `drives.py` in `folder`.

    Raises:
        AuthorError: where there is none of this name.
    """
    file, _, name = reference.rpartition(":")
    if not file and name in GENERIC:
        return GENERIC[name]
    path = folder / OWN_FILE
    if file != OWN_FILE or not path.is_file():
        known = ", ".join(GENERIC)
        raise AuthorError(
            Sentence("no-drive", reference=repr(reference), known=known, file=OWN_FILE)
        )
    try:
        drive = runpy.run_path(str(path)).get(name)
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        raise AuthorError(Sentence("drives-broken", path=str(path), reason=reason)) from error
    if not isinstance(drive, Drive) or drive.name != name:
        raise AuthorError(Sentence("drive-undefined", path=str(path), name=name))
    return drive


def source(reference: str, folder: Path) -> str:
    """The text of the module that defines the drive `reference`, as `find` takes it."""
    generic = GENERIC.get(reference)
    path = Path(inspect.getfile(generic.run)) if generic else folder / OWN_FILE
    return path.read_text(encoding="utf-8")
