"""Which of the package's own code an outcome follows from."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import autograder
from autograder.grading import digests

PACKAGE = Path(autograder.__file__).parent


@pytest.mark.parametrize(
    ("file", "engine", "shown"),
    [
        ("figures/optimizers/valley.py", False, False),
        ("commands/tables/scores.py", False, False),
        ("report/exercise.html.j2", False, True),
        ("gradebook/autograded/notebook.py", False, True),
        ("judging/values.py", True, False),
        ("sealed/inside/child.py", True, False),
        ("drives/draw.py", True, False),
        ("drives/optimizer_steps.py", False, False),  # the business of the exercises that it drives
    ],
)
def test_a_change_counts_where_something_follows_from_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, engine: bool, shown: bool
) -> None:
    copy = tmp_path / "autograder"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(autograder, "__file__", str(copy / "__init__.py"))
    before = digests._engine.__wrapped__(), digests._shown.__wrapped__()
    with (copy / file).open("a", encoding="utf-8") as changed:
        changed.write("\n")
    after = digests._engine.__wrapped__(), digests._shown.__wrapped__()
    assert (before[0] != after[0], before[1] != after[1]) == (engine, shown)
