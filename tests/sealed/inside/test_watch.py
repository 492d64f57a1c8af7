"""What is watched does what it did, and its use by a student is told."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from autograder.data.outcomes import Failure
from autograder.errors import SealError
from autograder.library_use.watch import Watch
from autograder.sealed.outside.process import SealedProcess

from ..conftest import SMALL
from ..outside.test_process import ask, run

LIBRARY = {
    "__init__.py": "",
    "area/__init__.py": "from lib.area.steps import Base, Step, halve\n",
    "area/steps.py": """
import functools
from lib.outside import borrow

class Base:
    def __init__(self, lr=1):
        self.lr = lr
    def step(self, x):
        return x - self.lr

class Step(Base):
    def step(self, x):
        return halve(super().step(x))

class Call(Base):
    def __call__(self, x):
        return x

class Slots:
    pass

def halve(x):
    "Half of x."
    return x / 2

def via_outside(x):
    return borrow(halve, x)

_private = halve
""",
    "outside.py": """
def borrow(f, x):
    return f(x)

def allowed(x):
    from lib.area import halve
    return halve(x)

single = len
""",
}


@pytest.fixture
def lib(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """A library with an area that is forbidden."""
    for name, text in LIBRARY.items():
        path = tmp_path / "lib" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    importlib.import_module("lib.area")
    yield sys.modules["lib"]
    for name in [name for name in sys.modules if name.split(".")[0] == "lib"]:
        del sys.modules[name]


@pytest.fixture
def watch(lib: ModuleType) -> Watch:
    watch = Watch()
    watch.install([f"{lib.__name__}.area", f"{lib.__name__}.outside.single"])
    return watch


def test_a_use_is_noted_under_its_shortest_name(lib: ModuleType, watch: Watch) -> None:
    assert lib.area.Step(lr=2).step(4) == 1
    assert watch.used == {"lib.area.Step"}
    assert lib.area.halve(4) == 2
    assert lib.outside.single("abc") == 3
    assert watch.used == {"lib.area.Step", "lib.area.halve", "lib.outside.single"}


def test_an_object_made_before_is_noted_when_it_works(lib: ModuleType, watch: Watch) -> None:
    step, call = lib.area.Step(), lib.area.steps.Call()
    watch.used.clear()
    assert (step.step(3), call(3)) == (1, 3)
    assert watch.used == {"lib.area.Step", "lib.area.steps.Call"}


def test_a_class_stays_what_it_is(lib: ModuleType, watch: Watch) -> None:
    class Mine(lib.area.Step):  # type: ignore[misc, name-defined]
        def __init__(self) -> None:
            super().__init__(lr=3)

    assert isinstance(Mine(), lib.area.Base)
    assert Mine().lr == 3
    assert type(lib.area.Step()) is lib.area.Step is lib.area.steps.Step
    assert isinstance(lib.area.steps.Slots(), lib.area.steps.Slots)
    assert lib.area.halve.__doc__ == "Half of x."
    assert watch.used == {"lib.area.Step"}


def test_what_the_library_calls_itself_is_not_the_student_s(lib: ModuleType, watch: Watch) -> None:
    assert lib.outside.allowed(4) == 2
    assert watch.used == set()
    assert lib.area.steps.via_outside(4) == 2
    assert watch.used == {"lib.area.steps.via_outside"}


def test_a_call_by_way_of_c_is_noted(lib: ModuleType, watch: Watch) -> None:
    assert list(map(lib.area.halve, [2, 4])) == [1, 2]
    assert watch.used == {"lib.area.halve"}


@pytest.mark.usefixtures("lib")
@pytest.mark.parametrize("name", ["lib.aera", "lib.area.Stepp", "nothing_of_the_kind"])
def test_what_is_not_there_cannot_be_watched(name: str) -> None:
    with pytest.raises((ImportError, AttributeError)):
        Watch().install([name])


# In a sealed process, with torch.

WATCHED = ["torch.optim", "torch.nn.init", "torch.nn.BatchNorm1d", "torch.nn.functional.batch_norm"]

CELL = """
import torch
from torch.optim import Adam, SGD as Theirs
from torch.nn.functional import batch_norm

def leaf(x):
    w = x.clone().requires_grad_()
    w.grad = torch.ones_like(w)
    return w

w = leaf(torch.zeros(2))
made = Theirs([w], lr=0.5)

def computed(x):
    w = leaf(x)
    getattr(torch, 'op' + 'tim').SGD([w], lr=1.0).step()
    return w.detach()

def imported(x):
    w = leaf(x)
    optimizer = Adam([w])
    torch.optim.lr_scheduler.StepLR(optimizer, 1)
    optimizer.step()
    return w.detach()

def earlier(x):
    made.step()
    return x

def layers(x):
    torch.nn.Linear(2, 2), torch.nn.LayerNorm(2)
    return x

def drawn(x):
    return torch.nn.init.normal_(x.clone())

def norm(x):
    return torch.nn.BatchNorm1d(1)(x[:, None]).detach()[:, 0]

def norm_function(x):
    return batch_norm(x[:, None], None, None, training=True)[:, 0]

def raised(x):
    Adam([leaf(x)])
    raise ValueError

def mine(x):
    return torch._foreach_add([x], 1)[0] + torch.randn(2).normal_()
"""


@pytest.fixture(scope="module")
def watched(release: Path) -> Iterator[SealedProcess]:
    with SealedProcess(release, SMALL, watched=WATCHED) as process:
        run(process, CELL)
        yield process


@pytest.mark.parametrize(
    ("name", "used"),
    [
        ("computed", ["torch.optim.SGD"]),
        ("imported", ["torch.optim.Adam", "torch.optim.lr_scheduler.StepLR"]),
        ("earlier", ["torch.optim.SGD"]),
        ("Theirs", ["torch.optim.SGD"]),
        ("layers", []),
        ("drawn", ["torch.nn.init.normal_"]),
        ("norm", ["torch.nn.BatchNorm1d"]),
        ("norm_function", ["torch.nn.functional.batch_norm"]),
        ("raised", ["torch.optim.Adam"]),
        ("mine", []),
    ],
)
def test_what_a_case_calls_is_told(watched: SealedProcess, name: str, used: list[str]) -> None:
    outcome = ask(watched, name)
    assert isinstance(outcome, Failure) == (name in ("Theirs", "raised"))
    assert watched.used == used


def test_a_name_that_is_not_there_is_a_fault_of_ours(release: Path) -> None:
    with pytest.raises(SealError, match=r"could not be made ready: .*optm"):
        SealedProcess(release, SMALL, watched=["torch.optm"])
