"""The leak gate finds every secret in every encoding, and nothing in what is really handed out."""

import base64
import bz2
import gzip
import json
import shutil
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import nbformat
import pytest

from autograder.building import build, leaks
from autograder.building.wheel import write_wheel
from autograder.course.course import Course
from autograder.errors import AuthorError
from autograder.exercises.prepare import prepare
from autograder.judging.prepared import ExerciseData

ROOT = Path(__file__).parents[2]
KEY = bytes(range(100, 132))
ASSIGNMENTS = ["batchnorm", "dropout", "initializers", "optimizers"]

ENCODINGS: dict[str, Callable[[bytes], bytes]] = {
    "clear": bytes,
    "base64": base64.b64encode,
    "base64 in lines": base64.encodebytes,
    "base64 for addresses": base64.urlsafe_b64encode,
    "hex": lambda data: data.hex().encode(),
    "zlib": zlib.compress,
    "gzip": gzip.compress,
    "UTF-16": lambda data: data.decode("latin-1").encode("utf-16"),
    "zlib in base64": lambda data: base64.b64encode(zlib.compress(data)),
    "base64 in JSON": lambda data: json.dumps({"a": [base64.b64encode(data).decode()]}).encode(),
}


@cache
def exercises(assignment: str) -> list[ExerciseData]:
    return [prepare(exercise, KEY) for exercise in Course(ROOT).load(assignment).exercises]


@cache
def secrets(assignment: str) -> list[leaks.Secret]:
    source = nbformat.read(Course(ROOT).source_notebook(assignment), as_version=4)
    return leaks.secrets_of(source, exercises(assignment), KEY)


@pytest.fixture(scope="module")
def of_optimizers() -> list[leaks.Secret]:
    return secrets("optimizers")


def hidden_bytes() -> bytes:
    hidden = next(case for case in exercises("optimizers")[0].cases if not case.public)
    return hidden.inputs.tensors["grads/0/w0"].numpy().tobytes()


def hidden_text() -> bytes:
    hidden = next(case for case in exercises("optimizers")[0].cases if not case.public)
    return json.dumps(hidden.inputs.tensors["grads/0/w0"].tolist()).encode()


SECRETS = {
    "the course key": lambda: KEY,
    "the course key ": lambda: KEY.hex().encode(),
    "line": lambda: b"def f():\n    self.m[name] = self.beta * m+self.lr*g\n",
    "hidden case": hidden_bytes,
    "hidden case ": hidden_text,
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("secret", SECRETS)
def test_each_secret_is_found_in_each_encoding(
    secret: str, encoding: str, of_optimizers: list[leaks.Secret]
) -> None:
    data = b"before " * 3 + ENCODINGS[encoding](b"x = 1\n" + SECRETS[secret]() + b"\ny = 2")
    found = leaks.find({"data/notes.txt": data}, of_optimizers)
    assert any("data/notes.txt holds" in line and secret.strip() in line for line in found), found


def test_an_encoding_that_is_not_looked_into_is_no_false_alarm(
    of_optimizers: list[leaks.Secret],
) -> None:
    assert leaks.find({"a": bz2.compress(b"harmless" * 1000)}, of_optimizers) == []


def test_what_a_public_cell_says_too_is_no_secret() -> None:
    line = "w = w - lr * g + 0 * w"
    region = f"### BEGIN SOLUTION\n{line}\n### END SOLUTION"
    cells = [nbformat.v4.new_code_cell(region), nbformat.v4.new_markdown_cell(f"Say `{line}`.")]
    notebook = nbformat.v4.new_notebook(cells=cells)
    assert [s.what for s in leaks.secrets_of(notebook, [], KEY)] == ["the course key"]


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_the_releases_hold_nothing(assignment: str) -> None:
    files = {path.name: path.read_bytes() for path in (ROOT / "release" / assignment).iterdir()}
    assert leaks.find(files, secrets(assignment)) == []


def test_the_wheel_holds_nothing_of_any_assignment(tmp_path: Path) -> None:
    wheel = write_wheel(tmp_path)
    of_all = [secret for assignment in ASSIGNMENTS for secret in secrets(assignment)]
    assert leaks.find({wheel.name: wheel.read_bytes()}, of_all) == []


def test_the_source_holds_solutions_so_the_search_can_find_them() -> None:
    source = Course(ROOT).source_notebook("optimizers")
    found = leaks.find({source.name: source.read_bytes()}, secrets("optimizers"))
    assert any("a whole region of the solution of adam" in line for line in found)


def test_a_build_that_would_leak_is_refused_and_writes_nothing(tmp_path: Path) -> None:
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    shutil.copytree(ROOT / "solutions", tmp_path / "solutions")
    data = tmp_path / "solutions" / "optimizers" / "data"
    data.mkdir()
    answer = b"self.m[name] = self.beta * m + self.lr * g"
    (data / "weights.txt").write_bytes(base64.b64encode(answer))
    course = Course(tmp_path)
    with pytest.raises(AuthorError, match=r"data/weights.txt holds the line .*\(base64\)"):
        build.build(course, course.load("optimizers"))
    assert not (tmp_path / "release").exists()
