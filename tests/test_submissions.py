"""The corpus is what it says: what is meant to be right is right, and each mistake is one."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
import torch
from IPython.core.interactiveshell import InteractiveShell
from nbformat import NotebookNode
from torch import Tensor
from traitlets.config import Config

from autograder.scripted import expectation, submission
from autograder.verdict import Kind

SUBMISSIONS = Path(__file__).parent / "submissions"
HYPER: dict[str, dict[str, float]] = {
    "sgd": {"lr": 0.1},
    "momentum": {"lr": 0.1, "beta": 0.7},
    "adam": {"lr": 0.1, "beta1": 0.7, "beta2": 0.95, "eps": 1e-6},
}
CLASSES = {"sgd": "SGD", "momentum": "Momentum", "adam": "Adam"}
RATES = [0.1] * 8 + [0.02] * 8
SHAPES = {"w": (3, 2), "v": (3, 2)}


def is_mistake(finding: str) -> bool:
    return finding not in list(Kind)


def scripts(assignment: str) -> list[Path]:
    return sorted((SUBMISSIONS / assignment).glob("*.py"))


def right(assignment: str) -> list[Any]:
    """The scripts that have to pass whole."""
    passing = [path for path in scripts(assignment) if not expectation(path).expects]
    return [pytest.param(path, id=path.stem) for path in passing]


def mistaken(assignment: str) -> list[Any]:
    """Each script and exercise with a named mistake; hostile scripts are not for this process."""
    return [
        pytest.param(path, exercise, id=f"{path.stem}-{finding}")
        for path in scripts(assignment)
        if all(map(is_mistake, expectation(path).expects.values()))
        for exercise, finding in expectation(path).expects.items()
    ]


@pytest.mark.parametrize(
    "script", [*scripts("optimizers"), *scripts("initializers")], ids=lambda p: p.stem
)
def test_every_script_of_the_corpus_expects_something_of_an_exercise(script: Path) -> None:
    exercises = {"optimizers": set(CLASSES), "initializers": {"normal"}}[script.parent.name]
    read = expectation(script)
    assert set(read.expects) <= exercises
    assert all(isinstance(finding, str) for finding in read.expects.values())


@pytest.fixture(scope="module")
def shell() -> Iterator[InteractiveShell]:
    """Cells run as in IPython, since students use its magics."""
    yield InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    InteractiveShell.clear_instance()


def defined(script: Path, shell: InteractiveShell) -> dict[str, Any]:
    """The names that the script's own text defines, with what the released notebook imports."""
    shell.user_ns.clear()
    shell.init_user_ns()
    shell.user_ns["torch"] = torch
    with contextlib.redirect_stdout(io.StringIO()):
        for cell in submission(script, _blank(script), _blank(script)).cells:
            if cell.cell_type == "code":
                shell.run_cell(cell.source).raise_error()
    return dict(shell.user_ns)


def _blank(script: Path) -> NotebookNode:
    names = list(CLASSES) if script.parent.name == "optimizers" else ["normal"]
    marks = [{"grade_id": name, "solution": True} for name in names]
    cells = [nbformat.v4.new_code_cell(metadata={"nbgrader": mark}) for mark in marks]
    blank: NotebookNode = nbformat.v4.new_notebook(cells=cells)
    return blank


def plain_loop(exercise: str, grads: list[dict[str, Tensor]]) -> dict[str, list[float]]:
    """The statement's formulas over Python numbers, entry by entry."""
    final: dict[str, list[float]] = {}
    hyper = HYPER[exercise]
    for name in SHAPES:
        final[name] = []
        for entry in range(grads[0][name].numel()):
            w = m = s = 0.0
            for t, (lr, every) in enumerate(zip(RATES, grads, strict=True), start=1):
                g = every[name].flatten()[entry].item()
                if exercise == "sgd":
                    w -= lr * g
                elif exercise == "momentum":
                    m = hyper["beta"] * m + lr * g
                    w -= m
                else:
                    beta1, beta2 = hyper["beta1"], hyper["beta2"]
                    m = beta1 * m + (1 - beta1) * g
                    s = beta2 * s + (1 - beta2) * g**2
                    root = (s / (1 - beta2**t)) ** 0.5
                    w -= lr * m / (1 - beta1**t) / (root + hyper["eps"])
            final[name].append(w)
    return final


def gradients(dtype: torch.dtype) -> list[dict[str, Tensor]]:
    """From 1e-5 to 1e-1 in size, so that eps = 1e-6 and the rates show."""
    generator = torch.Generator().manual_seed(7)
    return [
        {
            name: (torch.randn(shape, generator=generator) * 10.0 ** (-(step % 5) - 1)).to(dtype)
            for name, shape in SHAPES.items()
        }
        for step in range(len(RATES))
    ]


def stepped(obj: Any, exercise: str, dtype: torch.dtype) -> dict[str, Tensor]:
    """The parameters after all calls of `update`, and by which the gradients were changed."""
    params = {name: torch.zeros(shape, dtype=dtype) for name, shape in SHAPES.items()}
    optimizer = obj(**HYPER[exercise])
    changed = torch.zeros((), dtype=dtype)
    for lr, grads in zip(RATES, gradients(dtype), strict=True):
        optimizer.lr = lr
        given = {name: g.clone() for name, g in grads.items()}
        with contextlib.redirect_stdout(io.StringIO()):
            optimizer.update(params, given)
        changed = changed + sum((given[name] - grads[name]).abs().sum() for name in SHAPES)
    return {**params, "changed gradients": changed}


def expected(exercise: str, dtype: torch.dtype) -> dict[str, Tensor]:
    final = plain_loop(exercise, gradients(dtype))
    shaped = {
        name: torch.tensor(final[name], dtype=dtype).reshape(shape)
        for name, shape in SHAPES.items()
    }
    return {**shaped, "changed gradients": torch.zeros((), dtype=dtype)}


def close(got: dict[str, Tensor], wanted: dict[str, Tensor]) -> bool:
    """Within 1e-4 (float32) or 1e-12 (float64): a thousand roundings of the largest entry."""
    share = 1e-4 if wanted["w"].dtype is torch.float32 else 1e-12
    return all(
        got[name].dtype is wanted[name].dtype
        and got[name].shape == wanted[name].shape
        and bool(((got[name] - wanted[name]).abs() <= share * wanted["w"].abs().max()).all())
        for name in wanted
    )


def test_the_plain_loop_is_that_of_torch() -> None:
    for exercise, oracle in (("sgd", torch.optim.SGD), ("adam", torch.optim.Adam)):
        params = {n: torch.zeros(s, dtype=torch.float64) for n, s in SHAPES.items()}
        hyper = HYPER[exercise]
        more: dict[str, Any] = (
            {"betas": (hyper["beta1"], hyper["beta2"]), "eps": hyper["eps"]}
            if exercise == "adam"
            else {}
        )
        optimizer = oracle(list(params.values()), lr=hyper["lr"], **more)
        for lr, grads in zip(RATES, gradients(torch.float64), strict=True):
            optimizer.param_groups[0]["lr"] = lr
            for name, param in params.items():
                param.grad = grads[name]
            optimizer.step()
        wanted = expected(exercise, torch.float64)
        assert close({**params, "changed gradients": wanted["changed gradients"]}, wanted)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64], ids=str)
@pytest.mark.parametrize("script", right("optimizers"))
def test_right_optimizers_are_right(
    script: Path, dtype: torch.dtype, shell: InteractiveShell
) -> None:
    names = defined(script, shell)
    written = [exercise for exercise, name in CLASSES.items() if name in names]
    assert written
    for exercise in written:
        got = stepped(names[CLASSES[exercise]], exercise, dtype)
        assert close(got, expected(exercise, dtype)), exercise


@pytest.mark.parametrize(("script", "exercise"), mistaken("optimizers"))
def test_wrong_optimizers_are_wrong(script: Path, exercise: str, shell: InteractiveShell) -> None:
    obj = defined(script, shell)[CLASSES[exercise]]
    assert not close(stepped(obj, exercise, torch.float32), expected(exercise, torch.float32))


def faults(normal: Callable[..., Tensor]) -> list[str]:
    """What is wrong with an initializer, by moments of 60,000 draws (bounds beyond 6 sigma)."""
    n_in, n_out, std, generator = 200, 300, 0.3, torch.Generator()
    first = normal(n_in, n_out, std, generator.manual_seed(1))
    second = normal(n_in, n_out, std, generator)
    again = normal(n_in, n_out, std, generator.manual_seed(1))
    if first.shape != (n_in, n_out) or first.dtype is not torch.float32:
        return ["form"]
    found = {
        "mean": abs(float(first.mean())) > 0.01,
        "deviation": abs(float(first.std()) / std - 1) > 0.02,
        "kurtosis": abs(float((first / std).pow(4).mean()) - 3) > 0.2,
        "seed": not torch.equal(first, again),
        "second draw": torch.equal(first, second),
    }
    return [name for name, is_so in found.items() if is_so]


@pytest.mark.parametrize("script", right("initializers"))
def test_right_initializers_are_right(script: Path, shell: InteractiveShell) -> None:
    assert faults(defined(script, shell)["normal"]) == []


@pytest.mark.parametrize(("script", "exercise"), mistaken("initializers"))
def test_wrong_initializers_are_wrong(script: Path, exercise: str, shell: InteractiveShell) -> None:
    assert faults(defined(script, shell)[exercise])
