from __future__ import annotations

import math

import pytest
import torch

from autograder.figures.guard import name_of
from autograder.figures.optimizers import ILL_CONDITIONED, SADDLE, Surface, rotated, scaled
from autograder.figures.optimizers.surfaces import SLOPE
from autograder.figures.optimizers.trajectory import OptimizerClass, construct, run

from . import students


def test_a_path_is_the_closed_form_of_gradient_descent() -> None:
    trajectory = run(students.SGD, 0.01, ILL_CONDITIONED, steps=20)
    steps = torch.arange(21, dtype=torch.float64)
    expected = torch.stack([-(0.99**steps), 0.5 * 0.5**steps], dim=1)
    assert trajectory.points.dtype == torch.float64
    # Twenty float64 products each.
    torch.testing.assert_close(trajectory.points, expected, rtol=1e-13, atol=1e-15)
    torch.testing.assert_close(trajectory.losses, ILL_CONDITIONED.value(expected))
    assert (trajectory.fault, trajectory.diverged) == ("", False)


FAULTS = {
    students.Unsolved: "not written yet",
    students.UnsolvedUpdate: "not written yet",
    students.GivesNaN: "gives NaN at step 1",
    students.Frozen: "does not move",
    students.Listing: "makes of w a list",
    students.Shrinking: "changes the shape of w from (2,) to ()",
    students.Greedy: "TypeError: Greedy.__init__() missing 1 required positional argument: 'gamma'",
}


@pytest.mark.parametrize(("optimizer", "words"), FAULTS.items())
def test_a_fault_is_said_in_words(optimizer: OptimizerClass, words: str) -> None:
    trajectory = run(optimizer, 0.1, ILL_CONDITIONED, steps=5)
    assert trajectory.fault == words
    assert math.isinf(trajectory.settled)


@pytest.mark.parametrize("thing", [None, 3, students.SGD(0.1)])
def test_what_is_no_class_is_a_fault(thing: OptimizerClass) -> None:
    assert run(thing, 0.1, ILL_CONDITIONED, steps=5).fault.startswith("TypeError: ")


def test_a_message_is_one_short_line_without_formulas() -> None:
    fault = run(students.Raising, 0.1, ILL_CONDITIONED, steps=5).fault
    assert fault.startswith("KeyError: ")
    assert "\n" not in fault
    assert len(fault) <= 90
    assert fault.count("$") == fault.count(r"\$") == 2


@pytest.mark.parametrize("surface", [ILL_CONDITIONED, SADDLE, rotated(SADDLE)])
def test_overflow_ends_the_path_with_a_flag(surface: Surface) -> None:
    trajectory = run(students.Exploding, 0.1, surface, steps=50)
    assert trajectory.diverged
    assert trajectory.fault == ""
    assert len(trajectory.points) == 2
    assert trajectory.losses.isfinite().all()


def test_divergence_at_the_last_step_is_noticed() -> None:
    # At this rate y grows 49-fold a step: 0.5 * 49^4 is beyond a million, 0.5 * 49^3 is not.
    assert run(students.SGD, 1.0, ILL_CONDITIONED, steps=4).diverged
    assert not run(students.SGD, 1.0, ILL_CONDITIONED, steps=3).diverged


def test_prints_stay_out_of_the_notebook(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(run(students.Chatty, 0.01, ILL_CONDITIONED, steps=5).points) == 6
    assert capsys.readouterr().out == ""


def test_the_usual_hyper_parameters_are_given_where_asked_for() -> None:
    adam = construct(students.Adam, 0.5)
    assert (adam.lr, adam.beta1, adam.beta2, adam.eps) == (0.5, 0.9, 0.999, 1e-8)
    assert vars(construct(students.SGD, 0.5)) == {"lr": 0.5}


def test_a_name_can_stand_in_a_legend() -> None:
    assert name_of(students.SGD) == "SGD"
    assert name_of(type("_Adam", (), {})) == "Adam"
    assert name_of(lambda: None) == "<lambda>"


def test_nothing_is_left_to_chance() -> None:
    first, second = (run(students.Adam, 0.1, SADDLE, steps=50) for _ in range(2))
    assert torch.equal(first.points, second.points)


def test_adam_does_not_feel_the_scale_of_the_loss() -> None:
    plain, large = (
        run(students.Adam, 0.05, surface, steps=100).points
        for surface in (ILL_CONDITIONED, scaled(ILL_CONDITIONED, 1000))
    )
    # eps = 1e-8 is what is left of the scale.
    torch.testing.assert_close(plain, large, rtol=0, atol=1e-7)


@pytest.mark.parametrize("optimizer", [students.SGD, students.Momentum])
def test_a_rotation_leaves_the_losses_of_sgd_and_momentum(optimizer: OptimizerClass) -> None:
    plain, turned = (
        run(optimizer, 0.02, surface, steps=100).losses
        for surface in (ILL_CONDITIONED, rotated(ILL_CONDITIONED))
    )
    # Rounding of a hundred float64 steps, beside losses that begin at 7.
    torch.testing.assert_close(plain, turned, rtol=1e-9, atol=1e-12)


def test_on_a_slope_the_steps_are_the_known_ones() -> None:
    def in_units_of_lr(optimizer: OptimizerClass) -> list[float]:
        steps = -run(optimizer, 0.1, SLOPE, steps=5).points[:, 0].diff() / 0.1
        return [round(step, 3) for step in steps.tolist()]

    assert in_units_of_lr(students.Adam) == [1, 1, 1, 1, 1]
    assert in_units_of_lr(students.LectureAdam) == [3.162, 4.25, 4.95, 5.442, 5.797]
    assert in_units_of_lr(students.AdaGrad) == [1, 0.707, 0.577, 0.5, 0.447]
    assert in_units_of_lr(students.RMSProp)[0] == 3.162
