"""A recipe follows what makes the cases, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.course.course import Course
from autograder.exercises.recipe import recipe
from autograder.judging.policy import Policy

KEY = b"k" * 32

FILES = {
    "__init__.py": "",
    "helpers.py": '''
import functools
import math
from dataclasses import dataclass

FACTOR = 2
ROOT = math.sqrt(3)
NAMES = {"one", "two", "three", "four"}

@dataclass(frozen=True)
class Rate:
    """How fast."""
    base: float
    step: int = 3

    def at(self, t):
        return self.base ** t * ROOT

@functools.cache
def scaled(x):
    """x, scaled."""
    return FACTOR * x if "one" in NAMES else again(x)

def again(x):
    return scaled(x)

def late(x):
    return x + 1

class Base:
    def start(self):
        return 1.0

    @property
    def next(self):
        return 4.0
''',
    "drives.py": '''
import torch
from autograder import Drive, Inputs

def _size(size):
    return (size,)

def _inputs(draw, *, size, low=0.5):
    """Numbers."""
    return Inputs({}, {"x": draw.signed(_size(size), low, 1.0)})

def _run(obj, inputs):
    return {"y": obj().call(inputs.tensors["x"].clone())}

calls = Drive("calls", _inputs, _run)
''',
    "cases.py": '''
import functools
from autograder import Case, Exercise, Mistake
from .drives import calls
from . import helpers
from .helpers import Base, Rate, scaled

RATE = Rate(0.5)

class Solution(Base):
    """Right."""

    def call(self, x):
        """The task."""
        from .helpers import late
        return scaled(x) * RATE.at(2) + self.start() + late(self.next)

def off_by(name, amount):
    class OffBy(Solution):
        def call(self, x):
            return super().call(x) + amount
    return Mistake(name, OffBy, "off.")

def timed(name, change):
    return Mistake(name, type("Timed", (Solution,), {"call": lambda self, x: change(x)}), "off.")

def power(x, exponent):
    return x ** exponent

e = Exercise(
    "e", solution=Solution, points=2, drive=calls, defaults={"size": 3},
    cases=[Case("one", public=True), Case("two", size=4, low=0.25, weight=2)],
    mistakes=[
        off_by("little", 0.02), off_by("much", 0.5),
        timed("thrice", lambda x: 3 * x), timed("seven", lambda x: 7 * x),
        timed("squared", functools.partial(power, exponent=2)),
    ],
    forbids=["torch.optim"],
)
other = Exercise("other", solution=Solution, points=1, drive=calls,
                 cases=[Case("one", public=True, size=9)])
exercises = [e, other]
''',
}


def digest_of(root: Path, file: str = "", old: str = "", new: str = "", key: bytes = KEY) -> str:
    folder = root / "solutions" / "hw"
    folder.mkdir(parents=True)
    for name, text in FILES.items():
        assert name != file or old in text
        text = text.replace(old, new, 1) if name == file else text
        (folder / name).write_text(text, encoding="utf-8")
    return recipe(Course(root).load("hw").exercises[0], key)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("cases.py", "import functools\n", "\n\n# A comment.\nimport functools\n"),
        ("cases.py", "return scaled(x)", "# Twice.\n        return scaled(x)"),
        ("cases.py", '        """The task."""\n', ""),
        ("cases.py", '    """Right."""\n\n', ""),
        ("cases.py", "super().call(x) + amount", "(super().call(x)\n                + amount)"),
        ("cases.py", "lambda x: 3 * x", "lambda x: (3*x)"),
        ("cases.py", "size=9)])", "size=8)])"),
        ("cases.py", '"off."', '"off!"'),
        (
            "cases.py",
            'Case("two", size=4, low=0.25, weight=2)',
            'Case("two", low=.25, size=4, weight=2)',
        ),
        ("helpers.py", '"""x, scaled."""', '"""x."""'),
        ("helpers.py", '"""How fast."""', '"""How fast it goes."""'),
        ("helpers.py", "math.sqrt(3)", "math.nextafter(math.sqrt(3), 9)"),
        ("drives.py", '"""Numbers."""', "'''Numbers.'''  # drawn"),
        ("drives.py", "import torch\n", "import torch\n\nUNUSED = 1\n"),
    ],
)
def test_what_changes_nothing_is_not_in_it(tmp_path: Path, file: str, old: str, new: str) -> None:
    changed = digest_of(tmp_path / "another" / "folder", file, old, new)
    assert changed == digest_of(tmp_path / "a")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("cases.py", "RATE.at(2)", "RATE.at(3)"),
        ("cases.py", "Rate(0.5)", "Rate(0.25)"),
        ("cases.py", "from .helpers import late", "from .helpers import again as late"),
        ("cases.py", 'off_by("little", 0.02)', 'off_by("little", 0.03)'),
        ("cases.py", "super().call(x) + amount", "super().call(x) - amount"),
        ("cases.py", "lambda x: 3 * x), timed", "lambda x: 4 * x), timed"),
        ("cases.py", "lambda x: 7 * x", "lambda x: 8 * x"),
        ("cases.py", "lambda self, x: change(x)", "lambda self, x: -change(x)"),
        ("cases.py", "exponent=2", "exponent=3"),
        ("cases.py", "x ** exponent", "x ** -exponent"),
        ("cases.py", "size=4", "size=5"),
        ("cases.py", '{"size": 3}', '{"size": 2}'),
        ("cases.py", "low=0.25", "low=0.125"),
        ("cases.py", "weight=2", "weight=3"),
        ("cases.py", "weight=2", "weight=2, public=True"),
        ("cases.py", "weight=2", "weight=2, slack=2"),
        ("cases.py", "points=2", "points=3"),
        ("cases.py", "torch.optim", "torch.nn"),
        ("cases.py", 'OffBy, "off."', 'OffBy, "off.", valid_elsewhere=True'),
        ("helpers.py", "FACTOR = 2", "FACTOR = 3"),
        ("helpers.py", "math.sqrt(3)", "math.sqrt(3.0001)"),
        ("helpers.py", "FACTOR * x", "FACTOR + x"),
        ("helpers.py", "return scaled(x)", "return scaled(-x)"),
        ("helpers.py", '"four"', '"five"'),
        ("helpers.py", "return 1.0", "return 2.0"),
        ("helpers.py", "return 4.0", "return 5.0"),
        ("helpers.py", "return x + 1", "return x + 2"),
        ("helpers.py", "self.base ** t", "self.base * t"),
        ("helpers.py", "step: int = 3", "step: int = 4"),
        ("drives.py", "(size,)", "(size, 1)"),
        ("drives.py", "low=0.5", "low=0.75"),
        ("drives.py", ".clone())", "[:])"),
        ("drives.py", "_run)", '_run, axes="call")'),
    ],
)
def test_what_changes_the_cases_is_in_it(tmp_path: Path, file: str, old: str, new: str) -> None:
    assert digest_of(tmp_path / "b", file, old, new) != digest_of(tmp_path / "a")


def test_keys_and_policies_are_in_it(tmp_path: Path) -> None:
    made = {digest_of(tmp_path / "a"), digest_of(tmp_path / "b", key=b"x" * 32)}
    exercise = Course(tmp_path / "a").load("hw").exercises[0]
    made |= {recipe(exercise, KEY, Policy(0.25)), recipe(exercise, KEY, Policy(library_use="zero"))}
    assert len(made) == 4


def test_it_is_the_same_at_every_load(tmp_path: Path) -> None:
    first = digest_of(tmp_path)
    assert recipe(Course(tmp_path).load("hw").exercises[0], KEY) == first


@pytest.mark.slow
def test_another_process_gives_the_same(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    here = [digest_of(tmp_path)]
    for name in Course(root).assignments():
        here += [recipe(exercise, KEY) for exercise in Course(root).load(name).exercises]
    code = (
        "import sys; from pathlib import Path; from autograder.course.course import Course\n"
        "from autograder.exercises.recipe import recipe\n"
        "mine, real = map(Course, map(Path, sys.argv[1:]))\n"
        "print(recipe(mine.load('hw').exercises[0], b'k' * 32))\n"
        "for name in real.assignments():\n"
        "    for exercise in real.load(name).exercises: print(recipe(exercise, b'k' * 32))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path), str(root)],
        env={**os.environ, "PYTHONHASHSEED": "4242"},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stdout.split() == here
