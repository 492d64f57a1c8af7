"""The reference optimizers against others, in float64 over 1,000 steps.

torch.optim where conventions meet (SGD, Adam; momentum while the rate stays), loops over Python
numbers elsewhere: `solutions/optimizers/oracles.py`.
"""

from pathlib import Path

import pytest
import torch

from autograder.course.course import Course
from autograder.drives import optimizer_steps
from autograder.drives.draw import PUBLIC_KEY, Draw
from autograder.exercises.exercise import Exercise

EXERCISES = {
    exercise.name: exercise
    for exercise in Course(Path(__file__).parents[2]).load("optimizers").exercises
    if exercise.drive is optimizer_steps
}
STEPS = 1000
# Some ten roundings a step, of entries that stay below a thousand steps' sum.
TOLERANCE = 10 * STEPS * 2.0**-53


def traces(exercise: Exercise, *variants: object, **case: object) -> list[torch.Tensor]:
    draw = Draw(PUBLIC_KEY, exercise.name, "a thousand steps")
    arguments = {"steps": STEPS, "shapes": ((5,),), "dtype": "float64", **exercise.defaults, **case}
    inputs = optimizer_steps.inputs(draw, **arguments)
    return [optimizer_steps.run(variant, inputs)["w0"] for variant in variants]


@pytest.mark.parametrize("scale", [1.0, 1e-4])
@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=EXERCISES)
def test_the_reference_follows_its_oracle(exercise: Exercise, scale: float) -> None:
    ours, theirs = traces(exercise, exercise.solution, exercise.oracle, scale=scale)
    torch.testing.assert_close(ours, theirs, rtol=TOLERANCE, atol=TOLERANCE)


def test_all_six_optimizers_have_an_oracle() -> None:
    assert len(EXERCISES) == 6
    assert all(exercise.oracle is not None for exercise in EXERCISES.values())


def test_momentum_follows_torch_while_the_rate_stays() -> None:
    class TorchMomentum:
        def __init__(self, lr: float, beta: float) -> None:
            self.lr, self.beta = lr, beta

        def update(self, params: dict[str, torch.Tensor], grads: dict[str, torch.Tensor]) -> None:
            if not hasattr(self, "leaf"):
                self.leaf = params["w0"].clone().requires_grad_()
                self.made = torch.optim.SGD([self.leaf], lr=self.lr, momentum=self.beta)
            self.leaf.grad = grads["w0"].clone()
            self.made.step()
            params["w0"] = self.leaf.detach().clone()

    momentum = EXERCISES["momentum"]
    ours, theirs = traces(momentum, momentum.solution, TorchMomentum)
    torch.testing.assert_close(ours, theirs, rtol=TOLERANCE, atol=TOLERANCE)
