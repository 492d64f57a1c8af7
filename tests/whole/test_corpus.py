"""Every script of the corpus, graded through the real command, gets what it expects.

On a GPU, where there is one, it gets the same as on the CPU.
"""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

import nbformat
import pytest

from autograder.demo.scripted import expectation, submission
from autograder.sealed.outside.best_seal import BestSeal

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus" / "submissions"
SCRIPTS = sorted(CORPUS.glob("*/*.py"))

pytestmark = pytest.mark.slow

Results: TypeAlias = dict[tuple[str, str], dict[str, Any]]
"""The result of each script, by assignment and name."""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with a student for each script."""
    course = tmp_path_factory.mktemp("corpus")
    shutil.copy(ROOT / "nbgrader_config.py", course)
    for folder in ("solutions", "source"):
        shutil.copytree(ROOT / folder, course / folder)
    for script in SCRIPTS:
        assignment = script.parent.name
        source, released = (
            nbformat.read(ROOT / kind / assignment / f"{assignment}.ipynb", as_version=4)
            for kind in ("source", "release")
        )
        place = course / "submitted" / script.stem / assignment
        place.mkdir(parents=True)
        nbformat.write(submission(script, source, released), place / f"{assignment}.ipynb")
    return course


@pytest.fixture(scope="module")
def graded(course: Path) -> Results:
    return grade(course)


@pytest.fixture(scope="module")
def graded_on_gpu(gpu: BestSeal, course: Path, tmp_path_factory: pytest.TempPathFactory) -> Results:
    """The same on a GPU; what it takes is printed (`pytest -s`)."""
    started = time.monotonic()
    with watched_memory(tmp_path_factory.mktemp("memory") / "used") as peak:
        results = grade(course, "--device", "cuda", "--jobs", "4")
    each = sum(result["seconds"] for result in results.values()) / len(results)
    print(f"\nseal: {gpu.seal.tier} {gpu.missing}")
    print(f"{len(results)} submissions in {time.monotonic() - started:.0f} s, {each:.2f} s each")
    print(f"peak memory of the GPU: {peak()}")
    return results


def grade(course: Path, *options: str) -> Results:
    done = subprocess.run(
        [sys.executable, "-m", "autograder", "grade", "--json", *options],
        cwd=course,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    results = json.loads(done.stdout)
    return {(result["assignment"], result["student"]): result for result in results}


@contextmanager
def watched_memory(log: Path) -> Iterator[Callable[[], str]]:
    """Gives what tells the most memory that was in use on the GPU, by all, until then."""
    if shutil.which("nvidia-smi") is None:
        yield lambda: "not known without nvidia-smi"
        return
    query = ["nvidia-smi", "--query-gpu=memory.used", "--format=csv,noheader,nounits", "-lms=200"]
    with log.open("w") as file, subprocess.Popen(query, stdout=file) as watching:
        try:
            yield lambda: f"{max(map(int, log.read_text().split()), default=0)} MiB"
        finally:
            watching.terminate()


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_script_gets_what_it_expects(script: Path, graded: Results) -> None:
    expected = expectation(script)
    expects = expected.expects
    for exercise in graded[script.parent.name, script.stem]["exercises"]:
        name = exercise["name"]
        assert [note["kind"] for note in exercise["notes"]] == ["library use"] * (
            name in expected.uses
        )
        if name in expects:
            assert exercise["score"] < float(exercise["points"])
            named = [f["mistake"] for f in exercise["findings"] if f["mistake"]]
            kinds = {finding["kind"] for finding in exercise["findings"]}
            # A mistake is the only one that is named; where a kind is expected, none is.
            assert named == [expects[name]] or (not named and expects[name] in kinds), (name, named)
            elsewhere = exercise["findings"][0]["kind"] == "valid elsewhere"
            credits = {c["credit"] for c in exercise["cases"] if c["verdict"] == "failed"}
            assert credits == {"1/2" if elsewhere else "0"}
        else:
            assert exercise["verdict"] == "passed", (name, exercise["findings"])


@pytest.mark.gpu
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_gpu_gives_what_the_cpu_gives(
    script: Path, graded_on_gpu: Results, graded: Results
) -> None:
    there, here = (by[script.parent.name, script.stem] for by in (graded_on_gpu, graded))
    assert there["device"] == "cuda"
    assert summary(there) == summary(here)


def summary(result: dict[str, Any]) -> list[tuple[str, float, list[str]]]:
    """Of each exercise: its score, and the mistakes that were named."""
    return [
        (
            exercise["name"],
            exercise["score"],
            [finding["mistake"] for finding in exercise["findings"] if finding["mistake"]],
        )
        for exercise in result["exercises"]
    ]
