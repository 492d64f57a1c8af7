from __future__ import annotations

import pytest

from autograder.figures.initializers.saturation import draw_saturation

from ..drawn import heights_of
from . import starting


def test_a_large_gain_saturates_tanh() -> None:
    share, gradient = draw_saturation(starting.normal, (1, 4, 16)).axes
    ends = [heights_of(line)[-1] for line in share.lines]
    assert ends == pytest.approx([0, 0.46, 0.87], abs=0.02)
    assert [heights_of(line)[0] > 1 for line in gradient.lines] == [False, True, True]
