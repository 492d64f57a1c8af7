"""The names that students and authors use, pinned: who changes one changes their files."""

from __future__ import annotations

import inspect
from importlib import import_module
from pathlib import Path

import pytest

from .imports import imported

ROOT = Path(__file__).parents[2]

FACES = {
    "autograder": """
        Case Drive Exercise Inputs Limits Mistake Outputs Policy check mistake mistakes_in
    """,
    "autograder.drives": """
        GENERIC OWN_FILE batch_calls dropout_calls find fixed_weights layer_calls optimizer_steps
        reference scalar_calls source weight_draws
    """,
    "autograder.laws": """
        Bounds Distribution DropoutLaw FALSE_ALARM Law Normal Statistic Statistics Truncated Uniform
        Weights
    """,
    "autograder.figures.batchnorm": """
        batch_mates batch_sizes batchnorm_by_hand deep_layers gradient_report rescaled_weights
        running_statistics
    """,
    "autograder.figures.dropout": "fates fits moments noise subnetworks",
    "autograder.figures.initializers": """
        both_ways depth fan growth histograms saturation sums training twins
    """,
    "autograder.figures.optimizers": """
        ILL_CONDITIONED SADDLE Surface by_hand decay effective_rates first_steps paths quadratic
        rotated scaled stable_rates valley
    """,
}


@pytest.mark.parametrize("face", FACES)
def test_a_face_has_these_names(face: str) -> None:
    module = import_module(face)
    assert sorted(module.__all__) == sorted(FACES[face].split())
    for name in module.__all__:
        value = getattr(module, name)
        if inspect.isclass(value) or inspect.isfunction(value):
            assert value.__doc__, f"{face}.{name} says nothing of itself"


@pytest.mark.parametrize(
    "path", sorted((ROOT / "solutions").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT))
)
def test_an_author_needs_the_faces_alone(path: Path) -> None:
    names = imported(path.read_text("utf-8"))
    modules = {name for name in names if name.split(".")[0] == "autograder"}
    beyond = {
        name for name in modules if name not in FACES and name.rpartition(".")[0] not in FACES
    }
    assert beyond == set()
