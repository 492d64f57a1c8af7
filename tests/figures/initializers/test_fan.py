from __future__ import annotations

import math

import pytest

from autograder.figures.initializers.fan import GAINS, LAYERS, draw_fan

from ..drawn import heights_of
from . import starting


def test_the_fan_is_measured_on_the_predicted_slopes() -> None:
    for axes, end in zip(draw_fan(starting.normal, GAINS).axes, (-1, 0), strict=True):
        pairs = list(zip(axes.lines[::2], axes.lines[1::2], strict=True))
        assert len(pairs) == len(GAINS) == 9
        for gain, (dashed, solid) in zip(GAINS, pairs, strict=True):
            slope = math.log10(gain / math.sqrt(2))
            assert heights_of(dashed)[end] == pytest.approx(LAYERS * slope)
            # 256 units don't average chance away.
            assert heights_of(solid)[end] == pytest.approx(LAYERS * slope, abs=0.5)
