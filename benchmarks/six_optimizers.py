"""One assignment for several graders: six optimizers, ten cases each, twenty steps a case.

The solutions are those of `solutions/optimizers`. This project's graders get exercises, the others
tests in the notebook that compare with the same reference in the same number of cases and steps.
"""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import nbformat

from autograder.building.build import build
from autograder.course.course import Course

ROOT = Path(__file__).parents[1]
ASSIGNMENT = "six_optimizers"
SOLUTIONS = ROOT / "solutions" / "optimizers" / "lesson.py"

HYPER = {
    "sgd": "lr=0.1",
    "momentum": "lr=0.1, beta=0.9",
    "adagrad": "lr=0.1, eps=1e-10",
    "rmsprop": "lr=0.1, alpha=0.9, eps=1e-8",
    "adam": "lr=0.1, beta1=0.9, beta2=0.999, eps=1e-8",
    "lecture_adam": "lr=0.1, beta1=0.9, beta2=0.999, eps=1e-8",
}
CLASSES = ("SGD", "Momentum", "AdaGrad", "RMSProp", "Adam", "LectureAdam")

SETUP = "import torch\nfrom torch import Tensor\n"

CASES = """
from autograder import Case, Exercise
from autograder.drives import optimizer_steps

from . import lesson

CASES = [Case(f"case {{i}}", steps=20, start=1.0, public=i < 3) for i in range(10)]
exercises = [
{exercises}
]
"""
EXERCISE = """    Exercise(
        "{name}", solution=lesson.{made}, points=1, drive=optimizer_steps, cases=CASES,
        defaults=dict({hyper}),
    ),"""

TEST = """
def _reference():
{reference}
    return {made}

for case in range(10):
    generator = torch.Generator().manual_seed(case)
    mine, theirs = {made}({hyper}), _reference()({hyper})
    got, expected = {{"w0": torch.ones(3, 2)}}, {{"w0": torch.ones(3, 2)}}
    for step in range(20):
        g = torch.randn(3, 2, generator=generator)
        mine.update(got, {{"w0": g.clone()}})
        theirs.update(expected, {{"w0": g.clone()}})
        assert torch.allclose(got["w0"], expected["w0"], rtol=1e-4, atol=1e-5), (case, step)
"""


def course(folder: Path) -> Path:
    """A course for `autograder grade`, built; its path."""
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    package = folder / "solutions" / ASSIGNMENT
    package.mkdir(parents=True)
    (package.parent / "__init__.py").touch()
    (package / "__init__.py").touch()
    literate = [f'# %% locked="setup"\n{SETUP}from autograder import check\n']
    for name in HYPER:
        literate += [solution(name), f'# %% check="{name}"\n']
    (package / "lesson.py").write_text("\n".join(literate))
    exercises = "\n".join(
        EXERCISE.format(name=name, made=made, hyper=hyper)
        for (name, hyper), made in zip(HYPER.items(), CLASSES, strict=True)
    )
    (package / "cases.py").write_text(CASES.format(exercises=exercises))
    found = Course.find(folder)
    found.key()
    build(found, found.load(ASSIGNMENT))
    return folder


def stock_course(folder: Path) -> Path:
    """A course for stock nbgrader, the tests in the notebook's own grade cells; its path."""
    notebook = nbformat.read(built_notebook(course(folder)), as_version=4)
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        if name == "setup":
            cell.source = SETUP
        elif name.startswith("check-"):
            cell.source = f"### BEGIN HIDDEN TESTS{test(name[6:])}### END HIDDEN TESTS"
    nbformat.write(notebook, built_notebook(folder))
    for made in ("solutions", "release"):
        shutil.rmtree(folder / made)
    (folder / "nbgrader_config.py").write_text(
        f"c = get_config()\nc.CourseDirectory.root = {str(folder)!r}\n"
    )
    return folder


def otter_autograder(folder: Path) -> Path:
    """A configuration for `otter run`, as `otter generate` makes it; its path."""
    made = folder / "autograder.zip"
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("otter_config.json", json.dumps({"lang": "python"}))
        for name in HYPER:
            archive.writestr(f"tests/{name}.py", otter_test(name))
    return made


def otter_submission(folder: Path) -> Path:
    """The right submission without any check, from a course of `stock_course`; its path."""
    notebook = nbformat.read(built_notebook(folder), as_version=4)
    names = [cell.metadata["nbgrader"]["grade_id"] for cell in notebook.cells]
    notebook.cells = [
        cell
        for cell, name in zip(notebook.cells, names, strict=True)
        if not name.startswith("check-")
    ]
    nbformat.write(notebook, folder / "submission.ipynb")
    return folder / "submission.ipynb"


def otter_test(name: str) -> str:
    """A test file in Otter's format, of one case."""
    case = {"code": doctest(SETUP + test(name)), "hidden": False, "locked": False}
    suite = {"cases": [case], "scored": True, "setup": "", "teardown": "", "type": "doctest"}
    return f"OK_FORMAT = True\ntest = { ({'name': name, 'points': 1, 'suites': [suite]})!r}\n"


def doctest(code: str) -> str:
    """The code as one statement that prints nothing."""
    return f">>> exec({code!r}, globals())"


def built_notebook(folder: Path) -> Path:
    """The instructor's notebook, which is also a right submission."""
    return folder / "source" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"


def solution(name: str) -> str:
    """The cell of the literate source that solves the exercise."""
    start = f'# %% solution="{name}"'
    cell = SOLUTIONS.read_text("utf-8").split(start)[1].split("\n# %%")[0]
    return f"{start}{cell}"


def test(name: str) -> str:
    """Ten cases that compare with the reference, in plain Python."""
    made = dict(zip(HYPER, CLASSES, strict=True))[name]
    lines = solution(name).splitlines()[1:]
    code = "\n".join(f"    {line}" for line in lines if "SOLUTION" not in line)
    return TEST.format(reference=code, made=made, hyper=HYPER[name])
