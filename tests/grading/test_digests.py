"""Which of the package's own code an outcome follows from."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import autograder
from autograder.grading import digests

PACKAGE = Path(autograder.__file__).parent


@pytest.mark.parametrize(
    ("file", "engine", "pages", "shown"),
    [
        ("figures/optimizers/valley.py", False, False, False),
        ("commands/tables/scores.py", False, False, False),
        ("report/exercise.html.j2", False, False, True),
        ("gradebook/autograded/clean_text.py", False, True, False),
        ("judging/values.py", True, False, False),
        ("sealed/inside/child.py", True, False, False),
        ("drives/draw.py", True, False, False),
        # The business of the exercises that it drives.
        ("drives/optimizer_steps.py", False, False, False),
    ],
)
def test_a_change_counts_where_something_follows_from_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    file: str,
    engine: bool,
    pages: bool,
    shown: bool,
) -> None:
    copy = tmp_path / "autograder"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(autograder, "__file__", str(copy / "__init__.py"))
    made_of = (digests._engine, digests._pages, digests._shown)
    before = [each.__wrapped__() for each in made_of]
    with (copy / file).open("a", encoding="utf-8") as changed:
        changed.write("\n")
    after = [each.__wrapped__() for each in made_of]
    assert [old != new for old, new in zip(before, after, strict=True)] == [engine, pages, shown]
