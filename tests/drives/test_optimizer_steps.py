"""The optimizers' drive: what counts as a step, and what it says of outputs that are no tensors."""

import re
from typing import Any

import pytest
import torch

from autograder.data.inputs import Inputs
from autograder.drives import find, optimizer_steps, reference
from autograder.drives.draw import PUBLIC_KEY, Draw
from autograder.drives.drive import UnfitOutput
from autograder.errors import AuthorError
from autograder.words.told import told
from tests.refused import refused

Tensors = dict[str, Any]


def inputs(**case: Any) -> Inputs:
    return optimizer_steps.inputs(Draw(PUBLIC_KEY, "e", "c"), **{"steps": 3, "lr": 0.5, **case})


class Step:
    """w ← w − lr · g, in place."""

    def __init__(self, lr: float) -> None:
        self.lr = lr

    def update(self, params: Tensors, grads: Tensors) -> None:
        for name, grad in grads.items():
            params[name] -= self.lr * grad


class Rebinds(Step):
    def update(self, params: Tensors, grads: Tensors) -> None:
        for name, grad in grads.items():
            params[name] = params[name] - self.lr * grad


def test_outputs_are_the_parameters_after_each_step() -> None:
    case = inputs(start=1.0)
    w, grads = case.tensors["start/0/w0"], case.tensors["grads/0/w0"]
    expected = torch.stack([w - 0.5 * grads[: i + 1].sum(0) for i in range(3)])
    torch.testing.assert_close(optimizer_steps.run(Step, case)["w0"], expected)


def test_in_place_and_bound_anew_are_the_same() -> None:
    case = inputs(shapes=[(3, 2), (4,)], objects=2)
    in_place, bound = optimizer_steps.run(Step, case), optimizer_steps.run(Rebinds, case)
    assert in_place.keys() == bound.keys()
    assert all(torch.equal(in_place[name], bound[name]) for name in bound)


def test_the_rate_is_set_before_each_step() -> None:
    case = inputs(rates=[1.0, 0.0, 1.0])
    grads = case.tensors["grads/0/w0"]
    got = optimizer_steps.run(Step, case)["w0"]
    assert torch.equal(got[0], got[1])
    torch.testing.assert_close(got[2], -grads[0] - grads[2])


def test_each_optimizer_has_parameters_of_its_own() -> None:
    got = optimizer_steps.run(Step, inputs(objects=2))
    assert sorted(got) == ["optimizers[0].w0", "optimizers[1].w0"]


def test_a_change_of_the_gradients_spoils_only_the_case_that_looks() -> None:
    class Scales(Step):
        def update(self, params: Tensors, grads: Tensors) -> None:
            for name, grad in grads.items():
                params[name] -= grad.mul_(self.lr)

    for watch, same in ((False, True), (True, False)):
        case = inputs(watch_grads=watch)
        right, spoilt = optimizer_steps.run(Step, case), optimizer_steps.run(Scales, case)
        assert all(torch.equal(right[name], spoilt[name]) for name in right) is same


def replacing(value: Any) -> type[Step]:
    class Replaces(Step):
        def update(self, params: Tensors, grads: Tensors) -> None:
            del grads
            params.clear()
            if value is not None:
                params["w0"] = value

    return Replaces


@pytest.mark.parametrize(
    ("value", "kind", "said"),
    [
        (None, "wrong kind", "is gone"),
        ([1.0], "wrong kind", "is a list"),
        (torch.zeros(2), "shape", r"shape \(2,\); it was \(3, 2\)"),
        (torch.zeros(3, 2).double(), "dtype", "torch.float64; it was torch.float32"),
    ],
)
def test_what_is_no_parameter_any_more_is_said(value: Any, kind: str, said: str) -> None:
    with pytest.raises(UnfitOutput) as raised:
        optimizer_steps.run(replacing(value), inputs())
    assert re.search(said, told(raised.value.said))
    assert raised.value.kind == kind


@pytest.mark.parametrize("pattern", ["spike", "sparse"])
def test_patterns_hold_zeros_where_they_should(pattern: str) -> None:
    grads = inputs(pattern=pattern).tensors["grads/0/w0"]
    zero = grads[1:] if pattern == "spike" else grads[:, ::2]
    assert not zero.any()
    assert grads.any()


def test_a_drive_is_found_by_its_reference(tmp_path: Any) -> None:
    assert find(reference(optimizer_steps), tmp_path) is optimizer_steps
    own = "from autograder import Drive\nmean = Drive('mean', lambda draw: None, lambda o, i: {})"
    (tmp_path / "drives.py").write_text(own)
    assert find("drives.py:mean", tmp_path).name == "mean"


@pytest.mark.parametrize("reference", ["nothing", "drives.py:nothing", "../drives.py:x", "os.py:a"])
def test_an_unknown_drive_is_refused(reference: str, tmp_path: Any) -> None:
    with refused(AuthorError, "no drive"):
        find(reference, tmp_path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("from .statistics import mean", "Import nothing of the assignment there"),
        ("from autograder import Drive\nmean = Drive('other', None, None)", "defines no drive"),
    ],
)
def test_a_drive_that_a_student_could_not_load_is_refused(
    text: str, said: str, tmp_path: Any
) -> None:
    (tmp_path / "drives.py").write_text(text)
    with refused(AuthorError, said):
        find("drives.py:mean", tmp_path)
