"""What objects are made of, told without addresses."""

from __future__ import annotations

import enum
import operator
import random
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch

from autograder.exercises.parts import Parts


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


def made_of(obj: object) -> str:
    return Parts().of(obj)


def ulps(x: float, count: int) -> float:
    return x * (1 + count * 2.0**-52)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ulps(0.7, 0), ulps(0.7, 4)),
        (torch.tensor([0.7, 1e-17, -0.0]).double(), torch.tensor([ulps(0.7, 4), -2e-17, 0.0])),
        (np.array([0.7, 3.0]), np.array([ulps(0.7, -4), 3.0])),
        ({"b", "a", "c"}, {"c", "b", "a"}),
        (Path("/home/kim/course/data.json"), Path("/srv/data.json")),
        ("assignment_0123abcd_hw.cases", "assignment_ffffffff_hw.cases"),
        (object(), object()),
        (random.Random(1), random.Random(1)),
        (torch.Generator(), torch.Generator()),
        (SimpleNamespace(x=1), SimpleNamespace(x=1)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_the_same(one: Any, other: Any) -> None:
    if isinstance(one, torch.Tensor):
        one, other = torch.tensor(one.tolist()), torch.tensor(other.tolist())
    assert made_of(one) == made_of(other)
    assert "0x" not in made_of(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (0.7, 0.7000001),
        (1, 1.0),
        (1, True),
        ("1", 1),
        ((1, 2), [1, 2]),
        ((1, (2,)), ((1, 2),)),
        (["a, b"], ["a", "b"]),
        ({"a": 1}, {"a": 2}),
        ({1, 2}, {1, 3}),
        (torch.tensor([0.7, 1.0]), torch.tensor([0.7, 1.1])),
        (torch.tensor([1, 2]), torch.tensor([1, 3])),
        (torch.tensor([1.0]), torch.tensor([1.0], dtype=torch.float64)),
        (torch.tensor([1.0]), torch.tensor([[1.0]])),
        (np.array([1, 2]), np.array([1, 3])),
        (torch.float32, torch.float64),
        (torch.sqrt, torch.exp),
        (torch.Tensor.add, torch.Tensor.sub),
        (Colour.RED, Colour.BLUE),
        (operator.itemgetter(1), operator.itemgetter(2)),
        (SimpleNamespace(x=1), SimpleNamespace(x=2)),
        (Path("a/b"), Path("a/c")),
    ],
    ids=lambda value: type(value).__name__,
)
def test_not_the_same(one: object, other: object) -> None:
    assert made_of(one) != made_of(other)


def test_what_holds_itself_has_an_end() -> None:
    inner: list[object] = [1]
    inner.append({"outer": inner})
    around = SimpleNamespace(x=inner)
    around.myself = around
    assert made_of([inner, around, around]) == made_of([inner, around, around])
