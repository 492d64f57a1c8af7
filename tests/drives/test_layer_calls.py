"""The drive of layers: modes, attributes, gradients, and what a call has to raise."""

import re
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from autograder.data.inputs import Inputs
from autograder.drives import layer_calls
from autograder.drives.draw import PUBLIC_KEY, Draw
from autograder.drives.drive import UnfitOutput
from autograder.words.told import told


def inputs(**case: Any) -> Inputs:
    arguments = {"num_features": 3, "rows": 4, "attributes": {"shift": (1.0, 2.0)}}
    return layer_calls.inputs(Draw(PUBLIC_KEY, "e", "c"), **{**arguments, **case})


class Shift:
    """Subtracts what training batches have added up to; y = x - shift."""

    def __init__(self, num_features: int) -> None:
        self.shift: Any = torch.zeros(num_features)

    def forward(self, x: Tensor, training: bool) -> Any:
        if training:
            self.shift = self.shift + x.sum(dim=0)
        return x - self.shift

    def backward(self, grad_out: Tensor) -> Any:
        return {"x": grad_out, "shift": -grad_out.sum(dim=0)}


def test_each_call_gives_an_output_and_the_attributes_after_it() -> None:
    case = inputs(modes=["training", "eval", "training"])
    x, start = case.tensors["x"], case.tensors["assign/shift"]
    got = layer_calls.run(Shift, case)
    shifts = torch.stack([start + x[0].sum(0), start + x[0].sum(0), start + x[::2].sum((0, 1))])
    torch.testing.assert_close(got, {"output": x - shifts[:, None], "shift": shifts})


def test_a_fresh_layer_keeps_its_own_attributes_in_the_batches_dtype() -> None:
    case = inputs(assign=False, modes=["eval"], dtype="float64")
    got = layer_calls.run(Shift, case)
    assert torch.equal(got["output"], case.tensors["x"])
    assert got["shift"].dtype is torch.float64


def test_gradients_come_back_alone() -> None:
    case = inputs(gradients=["x", "shift"], modes=["training"] * 2)
    grad_out = case.tensors["grad_out"]
    got = layer_calls.run(Shift, case)
    expected = {"grads['x']": grad_out, "grads['shift']": -grad_out.sum(dim=1)}
    torch.testing.assert_close(got, expected)


class AsParameter(torch.nn.Module):
    def __init__(self, num_features: int) -> None:
        super().__init__()
        self.shift = torch.nn.Parameter(torch.zeros(num_features))

    def forward(self, x: Tensor, training: bool) -> Tensor:
        assert training
        return x - self.shift


def test_a_modules_parameter_can_be_assigned_and_its_graph_is_cut() -> None:
    case = inputs(dtype="float64")
    got = layer_calls.run(AsParameter, case)
    assert torch.equal(got["shift"][0], case.tensors["assign/shift"])
    assert not got["output"].requires_grad
    assert torch.equal(got["output"][0], case.tensors["x"][0] - case.tensors["assign/shift"])


class AsArray(Shift):
    def __init__(self, num_features: int) -> None:
        self.shift = np.zeros(num_features)

    def forward(self, x: Tensor, training: bool) -> Tensor:
        self.shift = np.asarray(self.shift) + float(training)
        return x


def test_an_attribute_may_be_an_array() -> None:
    got = layer_calls.run(AsArray, inputs(assign=False))
    assert torch.equal(got["shift"], torch.ones(1, 3))


def test_a_change_of_the_inputs_spoils_only_the_case_that_looks() -> None:
    class Scales(Shift):
        def forward(self, x: Tensor, training: bool) -> Tensor:
            y: Tensor = super().forward(x, training)
            x.zero_()
            return y

        def backward(self, grad_out: Tensor) -> Any:
            grads = super().backward(grad_out.clone())
            grad_out.zero_()
            return grads

    for more in ({}, {"gradients": ["x", "shift"]}):
        for watch in (False, True):
            case = inputs(watch=watch, **more)
            right, spoilt = layer_calls.run(Shift, case), layer_calls.run(Scales, case)
            assert all(torch.equal(right[name], spoilt[name]) for name in right) is not watch


def raising(error: Exception | None) -> type[Shift]:
    class Raises(Shift):
        def forward(self, x: Tensor, training: bool) -> Tensor:
            if training and error is not None:
                raise error
            return x

        def backward(self, grad_out: Tensor) -> Any:
            return self.forward(grad_out, True)

    return Raises


@pytest.mark.parametrize(
    ("error", "flag"),
    [(ValueError("one row"), 1), (UnicodeError(), 1), (KeyError(), -1), (None, 0)],
)
@pytest.mark.parametrize("method", ["forward", "backward"])
def test_a_flag_says_what_the_call_raised(method: str, error: Exception, flag: int) -> None:
    case = inputs(rows=1, raises=[method, "ValueError"], gradients=["x"])
    assert layer_calls.run(raising(error), case) == {"what it raises": torch.tensor([flag])}


def test_what_is_not_written_raises_no_runtime_error() -> None:
    case = inputs(raises=["backward", "RuntimeError"], gradients=["x"])
    assert layer_calls.run(raising(RuntimeError()), case) == {"what it raises": torch.ones(1)}
    with pytest.raises(NotImplementedError):
        layer_calls.run(raising(NotImplementedError()), case)


def giving(output: Any = None, shift: Any = None, grads: Any = None) -> type[Shift]:
    class Gives(Shift):
        def forward(self, x: Tensor, training: bool) -> Any:
            if training and shift is not None:
                self.shift = shift
            return x if output is None else output

        def backward(self, grad_out: Tensor) -> Any:
            return super().backward(grad_out) if grads is None else grads

    return Gives


@pytest.mark.parametrize(
    ("layer", "kind", "said"),
    [
        (giving(output=[1.0]), "wrong kind", r"forward\(x, training\) is a list"),
        (giving(output=torch.zeros(3)), "shape", r"has the shape \(3,\); it has to be \(4, 3\)"),
        (giving(output=torch.zeros(4, 3).double()), "dtype", "is torch.float64; it has to be"),
        (giving(shift=torch.zeros(1, 3)), "shape", r"self.shift has the shape \(1, 3\); .* \(3,\)"),
    ],
)
def test_unfit_outputs_are_said(layer: Any, kind: str, said: str) -> None:
    with pytest.raises(UnfitOutput) as raised:
        layer_calls.run(layer, inputs())
    assert re.search(said, told(raised.value.said))
    assert raised.value.kind == kind


@pytest.mark.parametrize(
    ("grads", "kind", "said"),
    [
        ((1, 2), "wrong kind", r"backward\(grad_out\) gave a tuple; return a dict"),
        ({"x": torch.zeros(4, 3)}, "wrong kind", "gave the entries 'x', but no 'shift'"),
        ({}, "wrong kind", "gave an empty dict; 'x' is missing"),
        (
            {"x": torch.zeros(3), "shift": None},
            "shape",
            r"backward\(grad_out\)\['x'\] has the shape",
        ),
    ],
)
def test_unfit_gradients_are_said(grads: Any, kind: str, said: str) -> None:
    with pytest.raises(UnfitOutput) as raised:
        layer_calls.run(giving(grads=grads), inputs(gradients=["x", "shift"]))
    assert re.search(said, told(raised.value.said))
    assert raised.value.kind == kind
