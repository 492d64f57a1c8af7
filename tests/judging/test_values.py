"""Comparisons accept what is right, and nothing of what lax ones let through."""

from dataclasses import replace

import pytest
import torch
from torch import Tensor

from autograder.judging.tolerance import Tolerance
from autograder.judging.values import Values
from autograder.report.sentences import detail, message
from autograder.results.divergence import Divergence
from autograder.results.kinds import Kind

WANTED = torch.tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], dtype=torch.float64)
VALUES = Values({"w": WANTED}, {"w": "float32"}, {"w": Tolerance(0.0, 1e-3)}, axes="step")
RIGHT = WANTED.float()


def changed(index: tuple[int, ...], value: float) -> Tensor:
    tensor = RIGHT.clone()
    tensor[index] = value
    return tensor


def test_right_values_pass() -> None:
    assert VALUES.judge({"w": RIGHT + 9e-4}) is None


@pytest.mark.parametrize(
    ("got", "kind"),
    [
        ({"w": RIGHT.reshape(3, 2, 1)}, Kind.SHAPE),
        ({"w": RIGHT[:1]}, Kind.SHAPE),
        ({"w": torch.tensor(1.0)}, Kind.SHAPE),
        ({"w": torch.empty(0, 2)}, Kind.SHAPE),
        ({"w": WANTED}, Kind.DTYPE),
        ({"w": RIGHT.int()}, Kind.DTYPE),
        ({"w": changed((1, 0), float("nan"))}, Kind.NOT_FINITE),
        ({"w": changed((1, 0), float("inf"))}, Kind.NOT_FINITE),
        ({"w": changed((1, 0), 3.002)}, Kind.VALUE),
        ({}, Kind.WRONG_KIND),
        ({"w": RIGHT, "more": RIGHT}, Kind.WRONG_KIND),
    ],
)
def test_everything_else_is_found(got: dict[str, Tensor], kind: Kind) -> None:
    found = VALUES.judge(got)
    assert found is not None
    assert found.kind is kind


def test_names_of_outputs_are_a_detail() -> None:
    found = VALUES.judge({"w is 0.123": RIGHT, "x" * 5000: RIGHT})
    assert found is not None
    assert "0.123" not in message(found)
    assert "0.123" in detail(found)
    assert len(detail(found)) < 2000


def test_a_finding_names_the_first_step_and_element_and_keeps_values_to_the_detail() -> None:
    tensor = changed((2, 0), 0.0)
    tensor[1, 1] = 4.5
    found = VALUES.judge({"w": tensor})
    assert found is not None
    assert message(found) == "At step 2, w[1] differs from the reference."
    assert "It is 4.5, expected 4: off by 0.5" in detail(found)


def test_the_earliest_step_over_all_outputs_is_named() -> None:
    both = Values(
        {"a": WANTED, "b": WANTED},
        {"a": "float32", "b": "float32"},
        {"a": Tolerance(0, 1e-3), "b": Tolerance(0, 1e-3)},
        axes="step",
    )
    found = both.judge({"a": changed((2, 0), 0.0), "b": changed((1, 0), 0.0)})
    assert found is not None
    assert message(found).startswith("At step 2, b[0]")


def two(*names: str) -> Values:
    """Two outputs that have to be alike, as they were put in this order."""
    return Values(
        dict.fromkeys(names, WANTED),
        dict.fromkeys(names, "float32"),
        dict.fromkeys(names, Tolerance(0, 1e-3)),
        axes="step",
    )


def test_within_a_step_the_first_output_by_name_is_named_in_whatever_order_they_come() -> None:
    first, second = changed((1, 1), 0.0), changed((1, 0), 0.0)
    for names in (("w0", "w1"), ("w1", "w0")):
        for outputs in ({"w0": first, "w1": second}, {"w1": second, "w0": first}):
            found = two(*names).judge(outputs)
            assert found is not None
            assert message(found) == "At step 2, w0[1] differs from the reference."


def test_a_number_that_is_not_finite_does_not_hide_an_earlier_difference() -> None:
    found = two("a", "b").judge({"a": changed((2, 0), torch.inf), "b": changed((1, 1), 4.5)})
    assert found is not None
    assert found.kind is Kind.NOT_FINITE
    assert message(found) == (
        "At step 2, b[1] differs from the reference. At step 3, a[0] is not a finite number."
    )
    assert detail(found) == "It is 4.5, expected 4: off by 0.5, where 0.001 is tolerated."


def test_a_number_that_is_not_finite_is_no_distance_away() -> None:
    found = VALUES.judge({"w": changed((1, 0), torch.nan)})
    assert found is not None
    assert message(found) == "At step 2, w[0] is not a finite number."
    assert detail(found) == "It is nan, expected 3."


def test_the_curves_are_those_of_the_entry_that_is_named() -> None:
    outputs = {"a": changed((2, 0), 0.0), "b": changed((1, 1), 4.5)}
    curves = two("a", "b").divergence("first", outputs)
    assert curves == Divergence("first", "b[1]", "step", 2, 1, (2, 4.5, 6), (2, 4, 6))


def test_there_are_no_curves_where_nothing_differs_or_nothing_is_counted() -> None:
    assert VALUES.divergence("first", {"w": RIGHT}) is None
    uncounted = replace(VALUES, axes="")
    assert uncounted.divergence("first", {"w": changed((1, 1), 0.0)}) is None


def test_a_mistake_is_reproduced_with_its_nan_and_infinities() -> None:
    odd = torch.tensor([float("nan"), float("inf"), 1.0], dtype=torch.float64)
    mistake = Values({"w": odd}, {"w": "float32"}, {"w": Tolerance(0.0, 1e-3)})
    assert mistake.reproduced_by({"w": odd.float()})
    assert not mistake.reproduced_by({"w": torch.tensor([float("nan"), -float("inf"), 1.0])})
    assert not mistake.reproduced_by({"w": torch.tensor([0.0, float("inf"), 1.0])})
    assert not mistake.reproduced_by({"w": torch.ones(1)})
