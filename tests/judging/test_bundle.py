"""The checks bundle: data only, public cases only, the same bytes every time."""

import json
from pathlib import Path

import pytest
import safetensors.torch
import torch
from safetensors import safe_open

from autograder.course.course import Course
from autograder.errors import BundleError
from autograder.exercises.exercise import Exercise
from autograder.exercises.prepare import prepare, prepare_public
from autograder.files import CHECKS
from autograder.judging import bundle
from autograder.judging.prepared import ExerciseData

ROOT = Path(__file__).parents[2]
KEY = b"k" * 32


@pytest.fixture(scope="module", params=["batchnorm", "dropout", "initializers", "optimizers"])
def loaded(request: pytest.FixtureRequest) -> tuple[Exercise, ...]:
    return tuple(Course(ROOT).load(request.param).exercises)


@pytest.fixture(scope="module")
def exercises(loaded: tuple[Exercise, ...]) -> list[ExerciseData]:
    return [prepare(exercise, KEY) for exercise in loaded]


def test_what_is_written_is_read_again(exercises: list[ExerciseData], tmp_path: Path) -> None:
    path = tmp_path / CHECKS
    bundle.write(path, exercises)
    for written, read in zip(exercises, bundle.read(path), strict=True):
        public = [case for case in written.cases if case.public]
        assert [case.name for case in read.cases] == [case.name for case in public]
        assert read.mistakes == written.mistakes
        assert (read.name, read.object_name, read.drive) == (
            written.name,
            written.object_name,
            written.drive,
        )
        for mine, theirs in zip(public, read.cases, strict=True):
            assert mine.inputs.settings == theirs.inputs.settings
            assert mine.weight == theirs.weight
            for name, tensor in mine.inputs.tensors.items():
                assert torch.equal(tensor, theirs.inputs.tensors[name])
            assert type(mine.expected) is type(theirs.expected)


def test_hidden_cases_stay_out(exercises: list[ExerciseData], tmp_path: Path) -> None:
    path = tmp_path / CHECKS
    bundle.write(path, exercises)
    written = path.read_bytes()
    for exercise in exercises:
        for case in exercise.cases:
            if not case.public:
                for tensor in case.inputs.tensors.values():
                    if tensor.any():
                        assert tensor.numpy().tobytes() not in written


def test_preparing_public_cases_alone_gives_the_same_bytes(
    loaded: tuple[Exercise, ...], exercises: list[ExerciseData], tmp_path: Path
) -> None:
    both = []
    for name, prepared in (("a", exercises), ("b", [prepare_public(one) for one in loaded])):
        bundle.write(tmp_path / name, prepared)
        both.append((tmp_path / name).read_bytes())
    assert both[0] == both[1]


def test_a_missing_bundle_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="keep it beside the notebook"):
        bundle.read(tmp_path / CHECKS)


def file_with(data: object) -> bytes:
    made: bytes = safetensors.torch.save({}, {"autograder": json.dumps(data)})
    return made


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"{}", b"\x00" * 100, b"\xff" * 8),
        *map(file_with, ([], {}, {"format": "1"}, {"format": 1, "exercises": [{"name": "adam"}]})),
    ],
)
def test_a_damaged_bundle_says_what_to_do(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / CHECKS
    path.write_bytes(content)
    with pytest.raises(BundleError, match="put the file that came with the assignment back"):
        bundle.read(path)


def test_a_newer_bundle_says_that_the_package_is_older(tmp_path: Path) -> None:
    path = tmp_path / CHECKS
    data = {"format": bundle.FORMAT + 1, "exercises": []}
    path.write_bytes(safetensors.torch.save({}, {"autograder": json.dumps(data)}))
    with pytest.raises(BundleError, match="older than the assignment"):
        bundle.read(path)


def test_it_holds_one_metadata_entry(exercises: list[ExerciseData], tmp_path: Path) -> None:
    bundle.write(tmp_path / CHECKS, exercises)
    with safe_open(tmp_path / CHECKS, framework="pt") as file:
        assert list(file.metadata()) == ["autograder"]
