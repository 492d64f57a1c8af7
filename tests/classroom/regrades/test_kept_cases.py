"""The cases that are kept beside the receipts, and what it costs to lose them: nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from autograder.classroom import kept_cases
from autograder.errors import CourseError
from autograder.exercises import prepare
from autograder.exercises.exercise import Exercise
from autograder.grading import set_up
from autograder.judging import bundle
from autograder.judging.policy import Policy
from autograder.judging.prepared import ExerciseData

from .counted_class import CELLS, DOUBLE, HALF, Class


def kept_file(a_class: Class) -> Path:
    return a_class.course.reports / "hw" / kept_cases.FILE


def test_hidden_cases_are_kept_as_what_they_are(a_class: Class) -> None:
    kept = kept_cases._read(kept_file(a_class))
    assert sorted(kept) == ["double", "half"]
    assert [case.public for case in kept["double"].exercise.cases] == [True, False]


def test_the_file_is_written_where_something_changed(a_class: Class) -> None:
    path = kept_file(a_class)
    before = path.stat().st_mtime_ns, path.read_bytes()
    a_class.grade(force=True)
    assert (path.stat().st_mtime_ns, path.read_bytes()) == before
    a_class.change("solutions/hw/cases.py", "size=5", "size=6")
    a_class.grade()
    assert path.read_bytes() != before[1]
    assert [child.name for child in path.parent.iterdir() if child.name.startswith(".")] == []


@pytest.mark.parametrize(
    "spoil",
    [
        Path.unlink,
        lambda path: path.write_bytes(path.read_bytes()[:-1]),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(bundle.encode([])),
        lambda path: path.write_bytes(bundle.encode(bundle.read(path))),
        lambda path: path.write_bytes(bundle.encode(bundle.read(path), names={"double": "x"})),
        lambda path: path.write_bytes(
            bundle.encode(bundle.read(path), names=[], recipes=3, public=None)
        ),
    ],
    ids=["lost", "torn", "empty", "of nothing", "a bundle", "part of it", "odd"],
)
def test_a_file_that_is_none_is_made_again(a_class: Class, spoil: Callable[[Path], object]) -> None:
    path = kept_file(a_class)
    whole, before = path.read_bytes(), a_class.grade()
    spoil(path)
    assert a_class.grade() == before
    assert path.read_bytes() == whole


@pytest.mark.parametrize("lost", [False, True], ids=["kept", "lost"])
def test_another_processor_runs_nothing(
    a_class: Class, monkeypatch: pytest.MonkeyPatch, lost: bool
) -> None:
    before, outputs = a_class.grade(), prepare._outputs

    def there(*given: Any) -> Any:
        found = outputs(*given)
        assert isinstance(found, dict)
        return {name: tensor * (1 + 2**-50) for name, tensor in found.items()}

    monkeypatch.setattr(prepare, "_outputs", there)
    if lost:
        kept_file(a_class).unlink()
    assert a_class.grade() == before


def test_another_value_is_graded_and_kept(a_class: Class) -> None:
    a_class.change("solutions/hw/cases.py", "return 2 * x", "return x + x * (1 + 1e-3)")
    assert a_class.grade()[1] == [*CELLS, *DOUBLE] * 2
    a_class.change("solutions/hw/cases.py", "1e-3", "2e-3 / 2")
    assert a_class.grade()[1] == []


def test_small_changes_do_not_add_up(a_class: Class) -> None:
    """Each is compared with what was graded, not with the one before it."""
    ran = []
    for count in range(1, 8):
        old = "return 2 * x" if count == 1 else f"+ {count - 1} * 1e-6)"
        new = "return 2 * x * (1 + 1 * 1e-6)" if count == 1 else f"+ {count} * 1e-6)"
        a_class.change("solutions/hw/cases.py", old, new)
        ran += a_class.grade()[1]
    assert ran == [*CELLS, *DOUBLE] * 2


def test_going_back_finds_no_old_outcome(a_class: Class) -> None:
    a_class.change("solutions/hw/cases.py", "return 3 * x", "return 5 * x")
    assert a_class.grade(students=["kim"])[1] == [*CELLS, *DOUBLE]
    a_class.change("solutions/hw/cases.py", "return 5 * x", "return 3 * x")
    assert a_class.grade()[1] == [*CELLS, *DOUBLE]  # Lee's is of these cases still


def test_what_a_recipe_does_not_see_is_graded_again(
    a_class: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A solution may read a file; then the same recipe gives other values."""

    def otherwise(exercise: Exercise, key: bytes, policy: Policy) -> ExerciseData:
        made = prepare.prepare(exercise, key, policy)
        first = replace(made.cases[0], weight=made.cases[0].weight + 1)
        return replace(made, cases=(first, *made.cases[1:]))

    monkeypatch.setattr(set_up, "prepare", otherwise)
    assert a_class.grade(students=["lee"])[1] == [*CELLS, *DOUBLE, *HALF]
    assert a_class.grade()[1] == [*CELLS, *DOUBLE, *HALF]  # Kim's
    assert a_class.grade()[1] == []


def test_a_file_that_cannot_be_written_is_said(a_class: Class) -> None:
    kept_file(a_class).unlink()
    kept_file(a_class).mkdir()
    with pytest.raises(CourseError, match=r"cases\.safetensors can't be written"):
        a_class.grade()
