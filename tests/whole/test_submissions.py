"""The corpus is what it says: what is meant to be right is right, and each mistake is one."""

from __future__ import annotations

import contextlib
import io
import math
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import nbformat
import pytest
import torch
from IPython.core.interactiveshell import InteractiveShell
from nbformat import NotebookNode
from torch import Tensor
from traitlets.config import Config

from autograder.course.course import Course
from autograder.demo import scripted
from autograder.demo.scripted import submission
from autograder.results.kinds import Kind

ROOT = Path(__file__).parents[2]
SUBMISSIONS = ROOT / "corpus" / "submissions"

expectation = cache(scripted.expectation)  # asked for again and again, most often while collecting
HYPER: dict[str, dict[str, float]] = {
    "sgd": {},
    "momentum": {"beta": 0.7},
    "adagrad": {"eps": 1e-6},
    "rmsprop": {"alpha": 0.8, "eps": 1e-6},
    "adam": {"beta1": 0.7, "beta2": 0.95, "eps": 1e-6},
    "lecture_adam": {"beta1": 0.7, "beta2": 0.95, "eps": 1e-6},
}
OBJECTS = {
    "sgd": "SGD",
    "momentum": "Momentum",
    "adagrad": "AdaGrad",
    "rmsprop": "RMSProp",
    "adam": "Adam",
    "lecture_adam": "LectureAdam",
    "decayed_rate": "decayed_rate",
}
LAYERS = {"dropout": "Dropout", "vanilla": "VanillaDropout"}
RATES = [0.2] * 8 + [0.02] * 8
SHAPES = {"w": (3, 2), "v": (3, 2)}
DECAYS = [(0.3, t, n) for n in (10, 7) for t in (0, 1, 5, 10, 23, 5)]


def is_mistake(finding: str) -> bool:
    return finding not in list(Kind)


def scripts(assignment: str) -> list[Path]:
    return sorted((SUBMISSIONS / assignment).glob("*.py"))


@cache
def names_of(assignment: str) -> list[str]:
    return [exercise.name for exercise in Course(ROOT).load(assignment).exercises]


def right(assignment: str) -> list[Any]:
    """The scripts that have to pass whole, but for those that are not for this process."""
    return [
        pytest.param(path, id=path.stem)
        for path in scripts(assignment)
        if not expectation(path).expects and not path.stem.startswith("hostile_")
    ]


def mistaken(assignment: str) -> list[Any]:
    """Each script and exercise with a named mistake; hostile scripts are not for this process."""
    return [
        pytest.param(path, exercise, id=f"{path.stem}-{exercise}-{finding}")
        for path in scripts(assignment)
        if all(map(is_mistake, expectation(path).expects.values()))
        and not path.stem.startswith("hostile_")
        for exercise, finding in expectation(path).expects.items()
    ]


@pytest.mark.parametrize(
    "script",
    [*scripts("optimizers"), *scripts("initializers"), *scripts("dropout")],
    ids=lambda p: p.stem,
)
def test_every_script_of_the_corpus_expects_something_of_an_exercise(script: Path) -> None:
    read = expectation(script)
    assert set(read.expects) <= set(names_of(script.parent.name))
    assert all(isinstance(finding, str) for finding in read.expects.values())


@pytest.mark.parametrize("assignment", ["dropout", "optimizers", "initializers"])
def test_every_known_mistake_has_a_script(assignment: str) -> None:
    known = {
        (exercise.name, mistake.name)
        for exercise in Course(ROOT).load(assignment).exercises
        for mistake in exercise.mistakes
    }
    written = {pair for path in scripts(assignment) for pair in expectation(path).expects.items()}
    assert known - written == set()


@pytest.fixture(scope="module")
def shell() -> Iterator[InteractiveShell]:
    """Cells run as in IPython, since students use its magics."""
    main = sys.modules["__main__"]  # IPython puts its own there
    yield InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    InteractiveShell.clear_instance()
    sys.modules["__main__"] = main


def defined(script: Path, shell: InteractiveShell) -> dict[str, Any]:
    """The names that the script's own text defines, with what the released notebook imports."""
    shell.user_ns.clear()
    shell.init_user_ns()
    shell.user_ns.update(torch=torch, sqrt=math.sqrt, Generator=torch.Generator)
    with contextlib.redirect_stdout(io.StringIO()):
        for cell in submission(script, _blank(script), _blank(script)).cells:
            if cell.cell_type == "code":
                shell.run_cell(cell.source).raise_error()
    return dict(shell.user_ns)


def _blank(script: Path) -> NotebookNode:
    marks = [{"grade_id": name, "solution": True} for name in names_of(script.parent.name)]
    cells = [nbformat.v4.new_code_cell(metadata={"nbgrader": mark}) for mark in marks]
    blank: NotebookNode = nbformat.v4.new_notebook(cells=cells)
    return blank


class Entry:
    """What the statement's formulas gather for one entry of one parameter, as Python numbers."""

    def __init__(self, hyper: Mapping[str, float]) -> None:
        self.h = hyper
        self.t = 0
        self.m = self.s = 0.0

    def sgd(self, lr: float, g: float) -> float:
        return lr * g

    def momentum(self, lr: float, g: float) -> float:
        self.m = self.h["beta"] * self.m + lr * g
        return self.m

    def adagrad(self, lr: float, g: float) -> float:
        self.s += g**2
        return float(lr * g / (self.s + self.h["eps"]) ** 0.5)

    def rmsprop(self, lr: float, g: float) -> float:
        self.s = self.h["alpha"] * self.s + (1 - self.h["alpha"]) * g**2
        return float(lr * g / (self.s + self.h["eps"]) ** 0.5)

    def adam(self, lr: float, g: float) -> float:
        self._moments(g)
        m_hat = self.m / (1 - self.h["beta1"] ** self.t)
        s_hat = self.s / (1 - self.h["beta2"] ** self.t)
        return float(lr * m_hat / (s_hat**0.5 + self.h["eps"]))

    def lecture_adam(self, lr: float, g: float) -> float:
        self._moments(g)
        return float(lr * self.m / (self.s + self.h["eps"]) ** 0.5)

    def _moments(self, g: float) -> None:
        self.t += 1
        self.m = self.h["beta1"] * self.m + (1 - self.h["beta1"]) * g
        self.s = self.h["beta2"] * self.s + (1 - self.h["beta2"]) * g**2


Tensors: TypeAlias = dict[str, Tensor]


def plain_loop(
    exercise: str, hyper: Mapping[str, float], rates: list[float], grads: list[Tensors]
) -> Tensors:
    """Where the parameters end that start at zero, in float64, entry by entry."""
    final = {}
    for name, shape in SHAPES.items():
        ends = []
        for place in range(grads[0][name].numel()):
            step = getattr(Entry(hyper), exercise)
            gs = [every[name].flatten()[place].item() for every in grads]
            ends.append(-sum(step(lr, g) for lr, g in zip(rates, gs, strict=True)))
        final[name] = torch.tensor(ends, dtype=torch.float64).reshape(shape)
    return final


def decay_loop(eta0: float, t: int, n: int) -> float:
    """`t` times an n-th part of a tenth."""
    rate = eta0
    for _ in range(t):
        rate *= 0.1 ** (1 / n)
    return rate


def gradients(dtype: torch.dtype) -> list[Tensors]:
    """From 1e-5 to 1e-1 in size, the small ones first, so that eps = 1e-6 and the rates show."""
    generator = torch.Generator().manual_seed(7)
    return [
        {
            name: (torch.randn(shape, generator=generator) * 10.0 ** (step % 5 - 5)).to(dtype)
            for name, shape in SHAPES.items()
        }
        for step in range(len(RATES))
    ]


def outcome(obj: Any, exercise: str, dtype: torch.dtype) -> Tensors:
    """The parameters after all calls of `update`, and by how much gradients were changed."""
    if exercise == "decayed_rate":
        return {"w": torch.tensor([obj(*call) for call in DECAYS], dtype=torch.float64)}
    params = {name: torch.zeros(shape, dtype=dtype) for name, shape in SHAPES.items()}
    optimizer = obj(lr=RATES[0], **HYPER[exercise])
    changed = torch.zeros((), dtype=dtype)
    for lr, grads in zip(RATES, gradients(dtype), strict=True):
        if lr != RATES[0]:  # the first is the constructor's to keep
            optimizer.lr = lr
        given = {name: g.clone() for name, g in grads.items()}
        with contextlib.redirect_stdout(io.StringIO()):
            optimizer.update(params, given)
        changed = changed + sum((given[name] - grads[name]).abs().sum() for name in SHAPES)
    return {**params, "changed gradients": changed}


def expected(exercise: str, dtype: torch.dtype) -> Tensors:
    if exercise == "decayed_rate":
        rates = [decay_loop(*call) for call in DECAYS]
        return {"w": torch.tensor(rates, dtype=torch.float64)}
    final = plain_loop(exercise, HYPER[exercise], RATES, gradients(dtype))
    return {
        **{name: tensor.to(dtype) for name, tensor in final.items()},
        "changed gradients": torch.zeros((), dtype=dtype),
    }


def close(got: Tensors, wanted: Tensors) -> bool:
    """Within 1e-4 (float32) or 1e-12 (float64): a thousand roundings of the largest entry."""
    share = 1e-4 if wanted["w"].dtype is torch.float32 else 1e-12
    return all(
        got[name].dtype is wanted[name].dtype
        and got[name].shape == wanted[name].shape
        and bool(((got[name] - wanted[name]).abs() <= share * wanted["w"].abs().max()).all())
        for name in wanted
    )


# Where conventions meet: without eps it stands nowhere; PyTorch's momentum is ours while the rate
# stays; its Adam is the lecture's where each call's rate takes the corrections back.
@pytest.mark.parametrize(
    ("exercise", "make", "rates", "factor"),
    [
        ("sgd", lambda ps: torch.optim.SGD(ps), RATES, lambda _: 1),
        ("momentum", lambda ps: torch.optim.SGD(ps, momentum=0.7), [0.1] * 16, lambda _: 1),
        ("adagrad", lambda ps: torch.optim.Adagrad(ps, eps=0), RATES, lambda _: 1),
        ("rmsprop", lambda ps: torch.optim.RMSprop(ps, alpha=0.8, eps=0), RATES, lambda _: 1),
        ("adam", lambda ps: torch.optim.Adam(ps, betas=(0.7, 0.95), eps=0), RATES, lambda _: 1),
        (
            "lecture_adam",
            lambda ps: torch.optim.Adam(ps, betas=(0.7, 0.95), eps=0),
            RATES,
            lambda t: (1 - 0.7**t) / (1 - 0.95**t) ** 0.5,
        ),
    ],
    ids=list(HYPER),
)
def test_the_plain_loop_is_that_of_torch(
    exercise: str,
    make: Callable[[list[Tensor]], torch.optim.Optimizer],
    rates: list[float],
    factor: Callable[[int], float],
) -> None:
    params = {n: torch.zeros(s, dtype=torch.float64) for n, s in SHAPES.items()}
    optimizer = make(list(params.values()))
    grads = gradients(torch.float64)
    for t, (lr, every) in enumerate(zip(rates, grads, strict=True), start=1):
        optimizer.param_groups[0]["lr"] = lr * factor(t)
        for name, param in params.items():
            param.grad = every[name]
        optimizer.step()
    assert close(params, plain_loop(exercise, {**HYPER[exercise], "eps": 0.0}, rates, grads))


def test_the_loop_of_decays_ends_at_whole_tenths() -> None:
    assert [decay_loop(3.0, t, 4) for t in (0, 4, 8)] == pytest.approx([3.0, 0.3, 0.03], rel=1e-14)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64], ids=str)
@pytest.mark.parametrize("script", right("optimizers"))
def test_right_optimizers_are_right(
    script: Path, dtype: torch.dtype, shell: InteractiveShell
) -> None:
    names = defined(script, shell)
    written = [exercise for exercise, name in OBJECTS.items() if name in names]
    assert written
    for exercise in written:
        got = outcome(names[OBJECTS[exercise]], exercise, dtype)
        assert close(got, expected(exercise, dtype)), exercise


@pytest.mark.parametrize(("script", "exercise"), mistaken("optimizers"))
def test_wrong_optimizers_are_wrong(script: Path, exercise: str, shell: InteractiveShell) -> None:
    obj = defined(script, shell)[OBJECTS[exercise]]
    assert not close(outcome(obj, exercise, torch.float32), expected(exercise, torch.float32))


N_IN, N_OUT = 200, 300
DRAWN: dict[str, list[tuple[dict[str, Any], float, float]]] = {
    # For each call the arguments beside the shape, the variance, and the kurtosis.
    "normal": [({"std": 0.3}, 0.09, 3.0)],
    "xavier_normal": [({}, 2 / (N_IN + N_OUT), 3.0)],
    "xavier_uniform": [({}, 2 / (N_IN + N_OUT), 1.8)],
    "he_normal": [
        ({"mode": "fan_in"}, 2 / N_IN, 3.0),
        ({"mode": "fan_avg"}, 4 / (N_IN + N_OUT), 3.0),
    ],
}


def faults_of_zeros(zeros: Callable[..., Tensor]) -> list[str]:
    weights = zeros(n_in=N_IN, n_out=N_OUT)
    fine = weights.dtype is torch.float32 and torch.equal(weights, torch.zeros(N_IN, N_OUT))
    return [] if fine else ["values"]


def faults(initializer: Callable[..., Tensor], exercise: str) -> list[str]:
    """What is wrong with an initializer, by moments of 60,000 draws (bounds beyond 6 sigma)."""
    if exercise == "zeros":
        return faults_of_zeros(initializer)
    found: list[str] = []
    for arguments, variance, kurtosis in DRAWN[exercise]:
        generator = torch.Generator().manual_seed(1)
        first, second, again = (
            initializer(n_in=N_IN, n_out=N_OUT, generator=given, **arguments).detach()
            for given in (generator, generator, torch.Generator().manual_seed(1))
        )
        if first.shape != (N_IN, N_OUT) or first.dtype is not torch.float32:
            return ["form"]
        scaled = first.double() / math.sqrt(variance)
        suspected = {
            "mean": abs(float(scaled.mean())) > 0.025,
            "variance": abs(float(scaled.var()) - 1) > 0.04,
            "kurtosis": abs(float(scaled.pow(4).mean()) - kurtosis) > 0.25,
            "seed": not torch.equal(first, again),
            "second draw": torch.equal(first, second),
        }
        found += [name for name, is_so in suspected.items() if is_so]
    return found


@pytest.mark.parametrize("script", right("initializers"))
def test_right_initializers_are_right(script: Path, shell: InteractiveShell) -> None:
    names = defined(script, shell)
    written = [exercise for exercise in names_of("initializers") if exercise in names]
    assert written
    for exercise in written:
        assert faults(names[exercise], exercise) == [], exercise


@pytest.mark.parametrize(("script", "exercise"), mistaken("initializers"))
def test_wrong_initializers_are_wrong(script: Path, exercise: str, shell: InteractiveShell) -> None:
    assert faults(defined(script, shell)[exercise], exercise)


def faults_of_layer(exercise: str, layer: Callable[..., Any]) -> list[str]:
    """What is wrong with a dropout layer, by moments of 60,000 entries (bounds beyond 6 sigma)."""
    p, x = 0.3, torch.linspace(1, 2, 60_000).reshape(200, 300)
    factor, tested = (1 / 0.7, 1.0) if exercise == "dropout" else (1.0, 0.7)
    made, generator = layer(p), torch.Generator().manual_seed(1)
    given, grad = x.clone(), torch.full_like(x, -2)
    with contextlib.redirect_stdout(io.StringIO()):
        first = made.forward(given, True, generator).detach().clone()
        second = made.forward(x.clone(), True, generator).detach().clone()
        try:
            gradient = made.backward(grad).clone()
        except AttributeError:  # where nothing was drawn there is no mask
            return ["backward"]
        test = made.forward(x.clone(), False, generator).clone()
        other = layer(p).forward(x.clone(), True, generator).detach()
        again = layer(p).forward(x.clone(), True, generator.manual_seed(1)).detach()
    kept = first != 0
    found = {
        "share": abs(float(kept.double().mean()) - 0.7) > 0.012,
        "factor": not torch.allclose(first, factor * kept * x),
        "rows": bool((kept.double().mean(1) - 0.7).abs().max() > 0.2),
        "columns": bool((kept.double().mean(0) - 0.7).abs().max() > 0.25),
        "second call": torch.equal(first, second),
        "new object": torch.equal(first, other),
        "seed": not torch.equal(first, again),
        "test": not torch.allclose(test, tested * x),
        "gradient": not torch.allclose(gradient, -2 * factor * (second != 0)),
        "x": not torch.equal(given, x),
        "grad": not torch.equal(grad, torch.full_like(x, -2)),
    }
    return [name for name, is_so in found.items() if is_so]


def wrong_variances(variance: Callable[[float, float], float]) -> list[tuple[float, float]]:
    """Where a variance is not that of the two outcomes 0 and x / (1 - p)."""
    calls = [(x, p) for x in (2.0, -0.5) for p in (0.1, 0.7)]
    return [
        (x, p)
        for x, p in calls
        if variance(x, p) != pytest.approx(p * x**2 + (1 - p) * (x / (1 - p) - x) ** 2)
    ]


def faults_of(exercise: str, names: Mapping[str, Any]) -> list[Any]:
    if exercise == "variance":
        return list(wrong_variances(names["variance"])) if "variance" in names else []
    return faults_of_layer(exercise, names[LAYERS[exercise]]) if LAYERS[exercise] in names else []


@pytest.mark.parametrize("script", right("dropout"))
def test_right_layers_are_right(script: Path, shell: InteractiveShell) -> None:
    names = defined(script, shell)
    assert "Dropout" in names
    for exercise in names_of("dropout"):
        assert faults_of(exercise, names) == []


@pytest.mark.parametrize(("script", "exercise"), mistaken("dropout"))
def test_wrong_layers_are_wrong(script: Path, exercise: str, shell: InteractiveShell) -> None:
    assert faults_of(exercise, defined(script, shell))
