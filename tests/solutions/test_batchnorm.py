"""The reference of batch normalization against others, in float64.

torch.nn.BatchNorm1d and autograd, central differences through its own forward pass, loops over
Python numbers (`solutions/batchnorm/oracles.py`), numbers worked by hand, and what has to hold
exactly.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from autograder.course.course import Course
from autograder.demo.scripted import expectation
from autograder.drives.batches import batches
from autograder.drives.draw import PUBLIC_KEY, Draw

ROOT = Path(__file__).parents[2]
EXERCISES = {exercise.name: exercise for exercise in Course(ROOT).load("batchnorm").exercises}
SCRIPTS = sorted((ROOT / "corpus" / "submissions" / "batchnorm").glob("*.py"))
BatchNorm1d: Any = EXERCISES["batchnorm_forward"].solution
TorchBatchNorm: Any = EXERCISES["batchnorm_forward"].oracle
STATE = ("gamma", "beta", "running_mean", "running_var")
SHAPES = [(2, 3), (3, 5), (8, 1), (40, 7)]


def assert_rounded(got: Any, expected: Any) -> None:
    torch.testing.assert_close(got, expected, rtol=1e-12, atol=1e-12)


def column(*entries: float) -> Tensor:
    return torch.tensor([[entry] for entry in entries], dtype=torch.float64)


def drawn(shape: Sequence[int], count: int, **spread: Any) -> Tensor:
    return batches(Draw(PUBLIC_KEY, "test", "case"), (count, *shape), dtype="float64", **spread)


def layers(columns: int, eps: float = 1e-3, momentum: float = 0.3) -> tuple[Any, Any]:
    """The reference and PyTorch's, with the same drawn attributes."""
    pair = BatchNorm1d(columns, eps, momentum), TorchBatchNorm(columns, eps, momentum)
    draw = Draw(PUBLIC_KEY, "test", "state")
    for name in STATE:
        value = draw.uniform((columns,), 0.5, 2.0)
        for layer in pair:
            setattr(layer, name, value.clone())
    return pair


@pytest.mark.parametrize("shape", SHAPES)
def test_fifty_batches_in_both_modes_are_torchs(shape: tuple[int, int]) -> None:
    ours, theirs = layers(shape[1])
    for number, x in enumerate(drawn(shape, 50)):
        training = number % 3 > 0
        got, expected = (layer.forward(x, training) for layer in (ours, theirs))
        assert_rounded(got, expected)
        for name in STATE:
            assert_rounded(getattr(ours, name), getattr(theirs, name))


@pytest.mark.parametrize("spread", [{}, {"scale": 0.01, "offset": 0.03}, {"constant": [0]}])
@pytest.mark.parametrize("shape", SHAPES)
def test_the_gradients_are_autograds(shape: tuple[int, int], spread: dict[str, Any]) -> None:
    ours, theirs = layers(shape[1])
    for x, grad_out in zip(drawn(shape, 3, **spread), drawn(shape, 3, offset=1.0), strict=True):
        for layer in (ours, theirs):
            layer.forward(x, True)
        got, expected = ours.backward(grad_out), theirs.backward(grad_out)
        torch.testing.assert_close(got, expected, rtol=1e-9, atol=1e-11)


@pytest.mark.parametrize("scale", [1.0, 0.01])
def test_the_gradients_are_the_slopes_of_the_forward_pass(scale: float) -> None:
    layer, _ = layers(3)
    (x,) = drawn((5, 3), 1, scale=scale, offset=3 * scale)
    (grad_out,) = drawn((5, 3), 1, offset=1.0)
    layer.forward(x, True)
    grads = layer.backward(grad_out)
    for name, place in {"x": x, "gamma": layer.gamma, "beta": layer.beta}.items():
        h = 1e-5 * (scale if name == "x" else 1.0)
        slopes = torch.zeros_like(place)
        for index in range(place.numel()):
            for sign in (1, -1):
                place.view(-1)[index] += sign * h
                loss = (layer.forward(x, True) * grad_out).sum()
                place.view(-1)[index] -= sign * h
                slopes.view(-1)[index] += sign * loss / (2 * h)
        # The error of central differences is some h² = 1e-10; rounding adds 1e-16 / h.
        torch.testing.assert_close(grads[name], slopes, rtol=1e-7, atol=1e-7 / scale)


def test_what_the_notebook_works_by_hand() -> None:
    layer = BatchNorm1d(1, 0.0, 0.1)
    x = column(1, 2, 6)
    z = column(-0.926, -0.463, 1.389)
    torch.testing.assert_close(EXERCISES["standardize"].solution(x), z, rtol=0, atol=5e-4)
    assert_rounded(EXERCISES["min_max"].solution(x), column(0, 0.2, 1))
    torch.testing.assert_close(layer.forward(x, True), z, rtol=0, atol=5e-4)
    assert float(layer.running_mean) == pytest.approx(0.3, rel=1e-7)
    assert float(layer.running_var) == pytest.approx(1.6, rel=1e-7)
    then = column(0.553, 1.344, 4.506)
    torch.testing.assert_close(layer.forward(x, False), then, rtol=0, atol=5e-4)
    grads = layer.backward(column(1, 0, 0))
    torch.testing.assert_close(grads["x"], column(0.176, -0.220, 0.044), rtol=0, atol=5e-4)
    assert float(grads["gamma"]) == pytest.approx(-0.926, abs=5e-4)
    assert float(grads["beta"]) == 1


def test_gradients_are_blind_to_a_shift_and_to_a_scale() -> None:
    layer = BatchNorm1d(4, 0.0, 0.1)
    (x,) = drawn((6, 4), 1)
    x_hat = layer.forward(x, True)
    d_x = layer.backward(drawn((6, 4), 1)[0])["x"]
    assert float(d_x.sum(dim=0).abs().max()) < 1e-14
    assert float((d_x * x_hat).sum(dim=0).abs().max()) < 1e-14
    assert_rounded(layer.forward(10 * x + 3, True), x_hat)


@pytest.mark.parametrize("rows", [2, 4, 8])
def test_no_output_is_beyond_the_root_of_the_other_rows(rows: int) -> None:
    layer = BatchNorm1d(1, 0.0, 0.1)
    far = column(1e6, *([0.0] * (rows - 1)))
    assert float(layer.forward(far, True).max()) == pytest.approx((rows - 1) ** 0.5, rel=1e-12)


@pytest.mark.parametrize("rows", [3, 7, 11])
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_a_constant_column_becomes_zero_though_its_mean_is_rounded(
    rows: int, dtype: torch.dtype
) -> None:
    x = torch.full((rows, 2), 0.1, dtype=dtype)
    for name in ("standardize", "min_max"):
        assert not EXERCISES[name].solution(x).any()


@pytest.mark.parametrize("name", ["standardize", "min_max"])
@pytest.mark.parametrize("shape", SHAPES)
def test_columns_are_scaled_as_by_loops(name: str, shape: tuple[int, int]) -> None:
    exercise = EXERCISES[name]
    for x in drawn(shape, 5, constant=[0]):
        assert_rounded(exercise.solution(x), exercise.oracle(x))


def test_what_has_to_be_refused_is_refused_and_moves_nothing() -> None:
    layer = BatchNorm1d(2, 1e-5, 0.1)
    with pytest.raises(ValueError, match="1 row"):
        layer.forward(torch.ones(1, 2), True)
    assert not layer.running_mean.any()
    layer.forward(torch.ones(1, 2), False)
    with pytest.raises(RuntimeError, match="forward in training"):
        layer.backward(torch.ones(1, 2))


def test_every_known_mistake_has_a_script() -> None:
    known = {(name, m.name) for name, exercise in EXERCISES.items() for m in exercise.mistakes}
    written = {pair for path in SCRIPTS for pair in expectation(path).expects.items()}
    assert known - written == set()


def test_the_corpus_expects_something_of_exercises_that_there_are() -> None:
    read = [expectation(path).expects for path in SCRIPTS]
    assert all(set(expects) <= EXERCISES.keys() for expects in read)
    assert sum(not expects for expects in read) >= 15
    assert sum(bool(expects) for expects in read) >= 30
