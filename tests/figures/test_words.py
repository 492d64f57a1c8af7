"""What figures say comes out of the catalogue, all of it, at the moment when they are drawn."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from gettext import NullTranslations
from importlib import import_module
from inspect import isfunction
from string import Formatter
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from autograder.drawing import canvas
from autograder.drawing.canvas import words_of
from autograder.drawing.table import Table
from autograder.figures import batchnorm, dropout, initializers, optimizers
from autograder.figures.dropout import regression
from autograder.figures.guard import name_of
from autograder.words import said

from .batchnorm import batch_layers
from .dropout import dropout_layers
from .initializers import starting
from .optimizers import students

LESSONS = ("batchnorm", "dropout", "initializers", "optimizers")

CODE = {
    *("forward", "backward", "running_mean", "running_var", "gamma", "beta", "n_in", "n_out"),
    *("list", "tanh", "Var"),
}
"""Names of code and of mathematics that stand alone, beside those that a student gives."""


class Example(NamedTuple):
    function: Callable[..., None]
    arguments: tuple[Any, ...] = ()
    options: Mapping[str, Any] = MappingProxyType({})


def variance(x: float, p: float) -> float:
    return p / (1 - p) * x**2


def gaussian(*arguments: Any) -> Any:
    """The student's, under a name that is no word of a figure's."""
    return starting.normal(*arguments)


def reaching_zero(eta0: float, t: int, n: int) -> float:
    return eta0 * (1 - t / n)


LAYER, DROPOUT, STARTS = batch_layers.BatchNorm1d, dropout_layers.Dropout, {"He": starting.he}
TENFOLD = optimizers.scaled(optimizers.SADDLE, 10)
FEW = {"steps": 5}

RIGHT = [
    Example(batchnorm.batch_mates),
    Example(batchnorm.batch_sizes, (LAYER,)),
    Example(batchnorm.batchnorm_by_hand, (LAYER,)),
    Example(batchnorm.deep_layers, (LAYER,)),
    Example(batchnorm.gradient_report, (LAYER,)),
    Example(batchnorm.gradient_report, (batch_layers.ThroughXAlone,)),
    Example(batchnorm.rescaled_weights, (LAYER,)),
    Example(batchnorm.running_statistics, (LAYER,)),
    Example(dropout.fates, (DROPOUT,)),
    Example(dropout.fates, (DROPOUT, 0.999999999)),
    Example(dropout.fits, (DROPOUT,)),
    Example(dropout.moments, (DROPOUT,)),
    Example(dropout.noise, (DROPOUT, variance)),
    Example(dropout.subnetworks, (DROPOUT, dropout_layers.Vanilla)),
    Example(initializers.both_ways, (gaussian,)),
    Example(initializers.depth, (STARTS, "relu")),
    Example(initializers.fan, (gaussian,)),
    Example(initializers.growth, (gaussian, (0.001, 0.0625, 1.0))),
    Example(initializers.histograms, (STARTS,)),
    Example(initializers.saturation, (gaussian,)),
    Example(initializers.sums, (gaussian,)),
    Example(initializers.training, (STARTS,)),
    Example(initializers.twins, (STARTS,)),
    Example(optimizers.by_hand, (students.SGD,)),
    Example(optimizers.by_hand, (students.SGD, students.Adam)),
    Example(optimizers.decay, (students.decayed_rate,)),
    Example(optimizers.effective_rates, (students.Adam,)),
    Example(optimizers.first_steps, (students.Adam,)),
    Example(optimizers.first_steps, (students.Adam,), {"steps": 1}),
    Example(optimizers.paths, (students.SGD, students.Exploding), {"lr": 0.1, **FEW}),
    Example(optimizers.paths, (students.SGD, students.Adam), FEW),
    Example(optimizers.stable_rates, (students.SGD,)),
    Example(optimizers.valley, (students.AdaGrad, students.SGD), {"steps": 100}),
    Example(optimizers.valley, (students.SGD,), {"surface": TENFOLD, **FEW}),
]

UNFIT = [layer for layer, _ in dropout_layers.UNFIT]
SILENT = (starting.raising, batch_layers.Raising)
"""These raise with words of their own."""

WRONG = [
    *(
        Example(function, (layer,))
        for layer in (*batch_layers.WRONG, batch_layers.Zeros)
        for function in (batchnorm.batchnorm_by_hand, batchnorm.deep_layers)
        if layer not in SILENT
    ),
    *(Example(function, (layer,)) for layer in UNFIT for function in (dropout.fates, dropout.fits)),
    *(Example(dropout.moments, (layer,)) for layer in UNFIT),
    Example(dropout.noise, (dropout_layers.Unsolved, variance)),
    Example(dropout.subnetworks, (dropout_layers.Exploding,)),
    *(
        Example(function, ({"He": start},))
        for start in starting.FAULTS
        for function in (initializers.histograms, initializers.depth, initializers.twins)
        if start not in SILENT
    ),
    *(
        Example(optimizers.by_hand, (students.SGD, optimizer))
        for optimizer in (
            *(students.Unsolved, students.GivesNaN, students.Frozen, students.Listing),
            *(students.Shrinking, students.Exploding),
        )
    ),
    Example(optimizers.stable_rates, (students.Frozen,)),
    Example(optimizers.first_steps, (students.Frozen,)),
    Example(optimizers.paths, (students.Frozen,), FEW),
    Example(optimizers.valley, (students.Unsolved,), FEW),
    Example(optimizers.decay, (reaching_zero,)),
]


class Bracketed(NullTranslations):
    """A language in which what stands in a template, but for its places, is in brackets.

    So a part that was not translated itself stands outside.
    """

    def gettext(self, message: str) -> str:
        assert "{{" not in message
        parsed = Formatter().parse(message)
        return "".join(
            (f"«{text}»" if text else "") + (f"{{{place}}}" if place else "")
            for text, place, _, _ in parsed
        )

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Figure | Table]:
    """What is displayed, as it comes, in brackets."""
    displayed: list[Figure | Table] = []
    monkeypatch.setattr("IPython.display.display", displayed.append)
    monkeypatch.setattr(canvas, "Picture", lambda figure: figure)
    monkeypatch.setattr(said, "catalogue", Bracketed)
    monkeypatch.setattr(regression, "STEPS", 30)
    return displayed


def texts_of(thing: Figure | Table) -> Iterator[str]:
    if isinstance(thing, Table):
        yield from (thing.title, *thing.words)
        for column in thing.columns:
            yield from column
        return
    thing.draw_without_rendering()  # which labels the ticks
    yield words_of(thing)
    for text in thing.findobj(Text):
        assert isinstance(text, Text)
        yield text.get_text()


def given(thing: Any) -> set[str]:
    """Names that a call brings with it."""
    if isinstance(thing, dict):
        return {*thing}
    if isinstance(thing, str):
        return {thing}
    return {name_of(thing)} if callable(thing) else set()


def words_outside(text: str) -> set[str]:
    """Those outside of brackets and formulas; a single letter is mathematics."""
    outside = re.sub(r"«[^«»]*»|\$[^$]*\$", " ", text)
    assert not {*"«»"} & {*outside}
    return {word for word in re.findall(r"\w+", outside) if sum(map(str.isalpha, word)) > 1}


def test_words_outside_of_brackets_are_found() -> None:
    text = "Adam«: »gives NaN«, lr »0.1, 1e−05 n_in $10^{max}$ 50y²"
    assert words_outside(text) == {"Adam", "gives", "NaN", "n_in"}


@pytest.mark.parametrize("example", [*RIGHT, *WRONG])
def test_no_word_bypasses_the_catalogue(example: Example, shown: list[Figure | Table]) -> None:
    example.function(*example.arguments, **example.options)
    (thing,) = shown
    texts = [*texts_of(thing)]
    assert any("«" in text for text in texts)
    names = CODE.union(*map(given, example.arguments))
    assert {text: words for text in texts if (words := words_outside(text) - names)} == {}


@pytest.mark.usefixtures("shown")
def test_a_turned_surface_says_so_in_the_language_of_the_call() -> None:
    assert optimizers.rotated(optimizers.SADDLE).name == "½(x² − y²) + ¼y⁴«, turned by »45«°»"


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_figure_is_drawn_here(lesson: str) -> None:
    module = import_module(f"autograder.figures.{lesson}")
    functions = {f for f in map(vars(module).get, module.__all__) if isfunction(f)}
    figures = {f for f in functions if f.__annotations__["return"] == "None"}
    assert figures <= {example.function for example in RIGHT}
