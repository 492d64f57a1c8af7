"""Whether two makings of an exercise's data are the same but for the rounding of the machine.

The last bits of what is computed differ from processor to processor: float64 roots, sums and
powers are a library's, which has code of its own for each. So data made anew are not compared byte
by byte:

- What is not computed in floating point, or comes of exact operations alone, has to be equal:
  names, texts, points, weights, settings, inputs (bit for bit), shapes, dtypes, rtol.
- An entry of an expected or a mistaken tensor may be off by `SHARE` of what a student's may be off.
  A processor's other rounding moves it by a few ulps of the largest entry, say four, which are 8 u;
  a 32nd of the tolerance u (1024 + 8 n) × 2 is more than 64 u even where float64 is asked for, and
  right submissions, which stay within a tenth of the tolerance, pass either way.
- NaN agrees with NaN, infinity with the same infinity, and whole numbers of a tensor that holds no
  floats with themselves.
- `atol` is rtol times the largest entry, and may move as far as that entry may.
- A statistic's parameter, expected value and bounds come of quantiles; they may be off by
  `BILLIONTH` of the larger bound. A measured value falls between two such bounds with a probability
  that is smaller than the bounds' own by many powers of ten. Whole numbers are exact, since right
  outputs may lie on them: a share that has to be 1; so are bounds that are one number.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

import torch
from torch import Tensor

from autograder.data.inputs import Inputs
from autograder.judging.prepared import CaseData, ExerciseData, Expected
from autograder.judging.statistics import Statistic, Statistics
from autograder.judging.tolerance import Tolerance
from autograder.judging.values import Values

SHARE = 1 / 32
"""Of a tolerance."""

BILLIONTH = 1e-9


def agree(kept: ExerciseData, new: ExerciseData) -> bool:
    """Whether `new` are `kept`, made on another machine: what was written of them can stay.

    Args:
        kept: data as they were written and read again, or as they were made.
        new: data as they were made now.
    """
    return same_outcomes(kept, new) and kept.mistakes == new.mistakes


def same_outcomes(kept: ExerciseData, new: ExerciseData) -> bool:
    """Whether nobody's outcome is another by `new` than by `kept`; its words may be.

    So hints are left out: of mistakes, their names count, and whether they are valid elsewhere.
    """
    return (
        _exact(kept) == _exact(new)
        and len(kept.cases) == len(new.cases)
        and all(map(_same_case, kept.cases, new.cases))
    )


def _exact(exercise: ExerciseData) -> tuple[object, ...]:
    """All of an exercise but its cases, and what is said of its mistakes."""
    return (
        *(exercise.name, exercise.object_name, exercise.drive, exercise.points),
        *(exercise.policy, exercise.forbids),
        *((mistake.name, mistake.valid_elsewhere) for mistake in exercise.mistakes),
    )


def _same_case(kept: CaseData, new: CaseData) -> bool:
    return (
        (kept.name, kept.public, kept.weight) == (new.name, new.public, new.weight)
        and _same_inputs(kept.inputs, new.inputs)
        and _same_expected(kept.expected, new.expected)
        and kept.mistakes.keys() == new.mistakes.keys()
        and all(_same_expected(known, new.mistakes[name]) for name, known in kept.mistakes.items())
    )


def _same_inputs(kept: Inputs, new: Inputs) -> bool:
    settings = [json.dumps(each.settings, sort_keys=True) for each in (kept, new)]
    return (
        settings[0] == settings[1]  # as JSON, for what was read again has lists for tuples
        and _same_form(kept.tensors, new.tensors)
        and all(
            torch.equal(_bits(kept.tensors[name]), _bits(new.tensors[name]))
            for name in kept.tensors
        )
    )


def _same_expected(kept: Expected | None, new: Expected | None) -> bool:
    if isinstance(kept, Values) and isinstance(new, Values):
        return _same_values(kept, new)
    if isinstance(kept, Statistics) and isinstance(new, Statistics):
        return _same_statistics(kept, new)
    return kept is None and new is None  # a mistake that raises


def _same_values(kept: Values, new: Values) -> bool:
    return (
        (kept.dtypes, kept.axes) == (new.dtypes, new.axes)
        and _same_form(kept.tensors, new.tensors)
        and all(
            _same_tolerance(kept.tolerances[name], new.tolerances[name])
            and _near(tensor, new.tensors[name], kept.tolerances[name])
            for name, tensor in kept.tensors.items()
        )
    )


def _same_tolerance(kept: Tolerance, new: Tolerance) -> bool:
    farthest = SHARE * 2 * kept.rtol * kept.atol
    return kept.rtol == new.rtol and abs(kept.atol - new.atol) <= farthest


def _near(kept: Tensor, new: Tensor, tolerance: Tolerance) -> bool:
    if not kept.is_floating_point():
        return torch.equal(kept, new)
    allowed = SHARE * (tolerance.atol + tolerance.rtol * kept.abs())
    same = (kept == new) | (kept.isnan() & new.isnan())
    # Infinity would allow anything beside it.
    close = ((kept - new).abs() <= allowed) & kept.isfinite()
    return bool((same | close).all())


def _same_statistics(kept: Statistics, new: Statistics) -> bool:
    return (
        ({**kept.shapes}, kept.dtypes) == ({**new.shapes}, new.dtypes)
        and len(kept.statistics) == len(new.statistics)
        and all(map(_same_statistic, kept.statistics, new.statistics))
    )


def _same_statistic(kept: Statistic, new: Statistic) -> bool:
    if kept == new:
        return True
    scale = max(abs(kept.low), abs(kept.high))
    one_number = kept.low == kept.high or new.low == new.high
    return (
        kept.measure == new.measure
        and not one_number
        and _close(kept.parameter, new.parameter, abs(kept.parameter))
        and _close(kept.expected, new.expected, scale)
        and _bound(kept.low, new.low, scale)
        and _bound(kept.high, new.high, scale)
    )


def _bound(kept: float, new: float, scale: float) -> bool:
    whole = kept.is_integer() or new.is_integer()
    return kept == new or (not whole and _close(kept, new, scale))


def _close(kept: float, new: float, scale: float) -> bool:
    return kept == new or abs(kept - new) <= BILLIONTH * scale


def _same_form(kept: Mapping[str, Tensor], new: Mapping[str, Tensor]) -> bool:
    """Whether both have the same names, with the same shapes and dtypes."""
    forms = [{name: (t.shape, t.dtype) for name, t in each.items()} for each in (kept, new)]
    return forms[0] == forms[1]


def _bits(tensor: Tensor) -> Tensor:
    return tensor.contiguous().reshape(-1).view(torch.uint8)
