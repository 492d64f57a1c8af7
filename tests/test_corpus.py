"""Every script of the corpus, graded through the real command, gets what it expects."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest

from autograder.scripted import expectation, submission

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "tests" / "submissions"
SCRIPTS = sorted(CORPUS.glob("*/*.py"))

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], dict[str, Any]]:
    """The result of each script, by assignment and name: a class with a student for each."""
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
    done = subprocess.run(
        [sys.executable, "-m", "autograder", "grade", "--json"],
        cwd=course,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    results = json.loads(done.stdout)
    return {(result["assignment"], result["student"]): result for result in results}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_script_gets_what_it_expects(
    script: Path, graded: dict[tuple[str, str], dict[str, Any]]
) -> None:
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
