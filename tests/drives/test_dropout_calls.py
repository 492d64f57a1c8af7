"""The drive of dropout: what it hands in, what it sends back, and what it says of the unfit."""

from __future__ import annotations

import re
from typing import Any

import pytest
import torch
from torch import Generator, Tensor

from autograder.data.inputs import Inputs
from autograder.drives import dropout_calls
from autograder.drives.draw import PUBLIC_KEY, Draw
from autograder.drives.drive import UnfitOutput
from autograder.words.told import told


class Recording:
    """Doubles what it gets, writes down how it was called, and spoils its arguments if told to."""

    calls: list[tuple[str, Any]]
    spoils = False

    def __init__(self, p: float) -> None:
        self.calls.append(("made", p))

    def forward(self, x: Tensor, training: bool, generator: Generator) -> Tensor:
        draw = float(torch.rand((), generator=generator))
        self.calls.append(("training" if training else "test", draw))
        doubled = 2 * x
        if self.spoils:
            x.zero_()
        return doubled

    def backward(self, grad: Tensor) -> Tensor:
        self.calls.append(("backward", None))
        return grad


def case(**arguments: Any) -> Inputs:
    draw = Draw(PUBLIC_KEY, "dropout", "a case")
    return dropout_calls.inputs(draw, **{"p": 0.3, "shape": (4, 5), **arguments})


@pytest.fixture
def recording() -> type[Recording]:
    return type("New", (Recording,), {"calls": []})


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_entries_have_both_signs_and_none_is_zero(dtype: str) -> None:
    tensors = case(shape=(30, 20), dtype=dtype, backward=True).tensors
    assert set(tensors) == {"x", "grad"}
    for tensor in tensors.values():
        assert str(tensor.dtype) == f"torch.{dtype}"
        assert tensor.min() < 0 < tensor.max()
        assert tensor.abs().min() >= 0.25
        assert len(set(tensor.flatten().tolist())) > 90


def test_the_calls_in_their_order(recording: type[Recording]) -> None:
    dropout_calls.run(recording, case(backward=True))
    said = [name for name, _ in recording.calls]
    assert said == [
        *("made", "training", "training", "backward", "test"),
        *("made", "training", "made", "training"),
    ]
    draws = [draw for name, draw in recording.calls if name == "training"]
    assert draws[0] == draws[3], "the seed anew"
    assert len(set(draws)) == 3, "one generator, handed on"
    assert {value for name, value in recording.calls if name == "made"} == {0.3}


def test_what_was_handed_in_comes_back_as_it_is_afterwards(recording: type[Recording]) -> None:
    inputs = case()
    outputs = dropout_calls.run(recording, inputs)
    assert torch.equal(outputs["x trained"], inputs.tensors["x"])
    recording.spoils = True
    outputs = dropout_calls.run(recording, inputs)
    assert not outputs["x trained"].any()
    assert not outputs["x tested"].any()
    assert torch.equal(outputs["second"], 2 * inputs.tensors["x"]), "each call has its own copy"


def test_without_gradients_backward_is_not_called(recording: type[Recording]) -> None:
    outputs = dropout_calls.run(recording, case())
    assert "gradient" not in outputs
    assert ("backward", None) not in recording.calls


@pytest.mark.parametrize(
    ("spoil", "kind", "message"),
    [
        (lambda x: x.tolist(), "wrong kind", r"forward\(x, True, generator\) is a list"),
        (lambda x: x.numpy(), "wrong kind", r"forward\(x, True, generator\) is a ndarray"),
        (lambda _: None, "wrong kind", r"forward\(x, True, generator\) is a NoneType"),
        (lambda x: x[0], "shape", r"the shape \(5,\); it has to be \(4, 5\)"),
        (lambda x: x.double(), "dtype", "torch.float64; it has to be torch.float32"),
    ],
)
def test_what_can_t_be_judged_is_said(
    recording: type[Recording], spoil: Any, kind: str, message: str
) -> None:
    class Spoilt(recording):  # type: ignore[valid-type, misc]
        def forward(self, x: Tensor, training: bool, generator: Generator) -> Any:
            return spoil(super().forward(x, training, generator))

    with pytest.raises(UnfitOutput) as caught:
        dropout_calls.run(Spoilt, case())
    assert re.search(message, told(caught.value.said))
    assert caught.value.kind == kind
