from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from autograder.data.inputs import Inputs
from autograder.data.outcomes import Failure, Outputs
from autograder.data.sentence import AUTHOR, Sentence, own_words
from autograder.drives.drive import Drive, UnfitOutput
from autograder.running.attempt import attempt, own_draws_kept

X = Inputs({}, {"x": torch.tensor([1.0, 2.0])})
CALL = Drive("call", lambda: X, lambda obj, inputs: {"y": obj(inputs.tensors["x"])})


def run(source: str, drive: Drive = CALL, name: str = "f") -> Outputs | Failure:
    """An attempt of what `source`, a student's cell, defines."""
    namespace: dict[str, object] = {"torch": torch}
    exec(compile(source, "cell 1", "exec"), namespace)
    return attempt(namespace, name, drive, X)


def fail(source: str, drive: Drive = CALL, name: str = "f") -> Failure:
    failure = run(source, drive, name)
    assert isinstance(failure, Failure)
    return failure


def give(make: Callable[[], Any]) -> Drive:
    return Drive("give", lambda: X, lambda *_: make())


def test_outputs_come_back() -> None:
    outputs = run("def f(x): return 2 * x")
    assert isinstance(outputs, dict)
    assert outputs["y"].tolist() == [2.0, 4.0]


@pytest.mark.parametrize(
    ("source", "kind", "exception"),
    [
        ("", "undefined", ""),
        ("f = [1]", "wrong kind", ""),
        ("def f(x): raise NotImplementedError", "unsolved", "NotImplementedError"),
        ("def f(x): return 1 / 0", "raised", "ZeroDivisionError"),
        ("def f(): return 0", "raised", "TypeError"),
        ("def f(x): exit(3)", "raised", "SystemExit"),
        ("def f(x): return f(x)", "raised", "RecursionError"),
        ("def f(x): raise MemoryError", "raised", "MemoryError"),
        ("def f(x): raise GeneratorExit", "raised", "GeneratorExit"),
        ("def f(x): raise ExceptionGroup('two', [KeyError()])", "raised", "ExceptionGroup"),
        ("class E(BaseException): pass\ndef f(x): raise E", "raised", ""),
        ("class KeyError(Exception): pass\ndef f(x): raise KeyError", "raised", ""),
        ("def f(x): return 3", "wrong kind", ""),
        ("def f(x): return x.to_sparse()", "wrong kind", ""),
        ("def f(x): return x.to('meta')", "wrong kind", ""),
        ("def f(x): return x.to(torch.complex64)", "dtype", ""),
    ],
)
def test_every_failure_has_its_kind(source: str, kind: str, exception: str) -> None:
    failure = fail(source)
    assert (failure.kind, failure.exception) == (kind, exception)


def test_an_interrupt_is_the_students_own() -> None:
    with pytest.raises(KeyboardInterrupt):
        run("def f(x): raise KeyboardInterrupt")


def test_an_unfit_output_keeps_its_kind_and_words() -> None:
    def unfit() -> Outputs:
        raise UnfitOutput("shape", "w has one axis.")

    assert fail("def f(x): return x", give(unfit)) == Failure(
        "shape", Sentence(AUTHOR, sentence="w has one axis.")
    )


@pytest.mark.parametrize("outputs", [None, [1], {1: torch.zeros(1)}, {"y" * 300: torch.zeros(1)}])
def test_what_is_no_set_of_named_tensors_is_no_output(outputs: object) -> None:
    assert fail("def f(x): return x", give(lambda: outputs)).kind == "wrong kind"


@pytest.mark.parametrize(
    "value",
    [
        torch.zeros(2, 3, requires_grad=True),
        torch.nn.Parameter(torch.zeros(2, 3)),
        torch.zeros(1).expand(2, 3),
        torch.zeros(3, 2).T,
    ],
)
def test_outputs_are_plain(value: Tensor) -> None:
    outputs = run("def f(x): return x", give(lambda: {"y": value}))
    assert isinstance(outputs, dict)
    plain = outputs["y"]
    assert type(plain) is Tensor
    assert not plain.requires_grad
    assert plain.is_contiguous()
    assert torch.equal(plain, torch.zeros(2, 3))


@pytest.mark.parametrize(
    "method",
    ["raise ValueError", "raise SystemExit", "return 7", "return self.__str__()"],
)
def test_a_message_that_can_not_be_had_is_empty(method: str) -> None:
    source = f"class E(Exception):\n  def __str__(self): {method}\ndef f(x): raise E"
    assert fail(source).said == own_words("")


def test_a_huge_message_is_cut() -> None:
    assert fail("def f(x): raise ValueError('a' * 10 ** 6)").said == own_words("a" * 2000)


def test_where_holds_the_students_lines_alone() -> None:
    # A frame of the library's, copy, lies between the two.
    source = """import copy
class K:
    def __deepcopy__(self, memo):
        return 1 / 0
def f(x):
    return copy.deepcopy(K())"""
    lines = fail(source).where.splitlines()
    assert lines == ["cell 1, line 6, in f: ", "cell 1, line 4, in __deepcopy__: "]


def test_where_is_empty_if_the_student_wrote_no_line_of_it() -> None:
    assert fail("f = int").where == ""


def test_a_long_way_is_cut_in_its_middle() -> None:
    lines = fail("def f(x): return f(x)").where.splitlines()
    assert len(lines) == 9
    assert lines[4] == "..."


def test_attempts_repeat_and_leave_the_students_draws_alone() -> None:
    def draws() -> list[float]:
        return [torch.rand(1).item(), float(np.random.random()), random.random()]

    drive = give(lambda: {"y": torch.tensor(draws())})
    torch.manual_seed(5)
    np.random.seed(5)
    random.seed(5)
    undisturbed = draws(), draws()
    torch.manual_seed(5)
    np.random.seed(5)
    random.seed(5)
    before = draws()
    with own_draws_kept():
        first, second = run("f = print", drive), run("f = print", drive)
    assert (before, draws()) == undisturbed
    assert isinstance(first, dict)
    assert isinstance(second, dict)
    assert torch.equal(first["y"], second["y"])
