from __future__ import annotations

import re

import pytest
import torch

from autograder.figures.guard import Unfit
from autograder.figures.initializers.starts import Start, draw, of_std, seeded

from . import starting


def test_weights_are_those_of_the_student() -> None:
    expected = starting.xavier(3, 5, seeded())
    assert torch.equal(draw(starting.xavier, 3, 5, seeded()), expected)
    assert torch.equal(draw(of_std(starting.normal, 0.5), 3, 5, seeded()), expected)


@pytest.mark.parametrize(("start", "words"), starting.FAULTS.items())
def test_what_is_wrong_is_said_in_words(start: Start, words: str) -> None:
    with pytest.raises(Unfit, match=re.escape(words)):
        draw(start, 3, 5, seeded())


def test_float64_and_gradients_are_no_fault() -> None:
    weights = draw(lambda *_: torch.ones(2, 2).double().requires_grad_(), 2, 2, seeded())
    assert weights.dtype == torch.float32
    assert not weights.requires_grad


def test_prints_are_swallowed(capsys: pytest.CaptureFixture[str]) -> None:
    def chatty(n_in: int, n_out: int, generator: torch.Generator) -> torch.Tensor:
        print("drawing")
        return starting.xavier(n_in, n_out, generator)

    draw(chatty, 2, 2, seeded())
    assert capsys.readouterr().out == ""
