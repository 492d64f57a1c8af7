"""Who may import whom: allow-lists, so that a new module belongs nowhere until somebody lets it in.

What is not allowed here is an arrow that nobody has thought about. A new one goes into the table
with the change that needs it, and into the docstring of its room.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import textwrap
from graphlib import TopologicalSorter

import pytest

from autograder.grading import digests

from .imports import MODULES, arrows, imported, reached, room

MAY_IMPORT: dict[str, set[str]] = {
    "data": set(),
    "words": {"data"},
    "results": {"data"},
    "drawing": {"words"},
    "drives": {"data"},
    "running": {"drives", "data"},
    "library_use": {"running", "data"},
    "notebooks": {"running", "data", "words"},
    "report": {"data", "results", "drawing", "words"},
    "judging": {"data", "results", "words"},
    "laws": {"judging", "data"},
    "exercises": {"laws", "judging", "drives", "running", "data", "words"},
    "checking": {
        *("judging", "library_use", "notebooks", "report", "running", "drives", "results", "data"),
        "words",
    },
    "sealed": set(),
    "sealed.walls": set(),
    "sealed.wire": {"running", "data"},
    "sealed.inside": {
        *("sealed.wire", "sealed.walls", "running", "library_use", "drives", "data"),
    },
    "sealed.outside": {"sealed.wire", "sealed.walls", "running", "data", "results", "words"},
    "sealed.doctor": {"sealed.outside", "running", "words"},
    "course": {"exercises", "judging", "notebooks", "running", "words"},
    "building": {"course", "exercises", "judging", "notebooks", "drives", "words"},
    "grading": {
        *("course", "exercises", "judging", "library_use", "notebooks", "sealed.outside"),
        *("sealed.wire", "running", "drives", "data", "results", "words"),
    },
    "verifying": {
        *("grading", "building", "course", "exercises", "judging", "notebooks"),
        *("sealed.outside", "running", "drives", "data", "results", "words"),
    },
    "gradebook": {
        *("grading", "course", "exercises", "report", "notebooks", "results", "words"),
    },
    "classroom": {
        *("gradebook", "grading", "course", "exercises", "judging", "sealed.outside", "results"),
        *("data", "words"),
    },
    "figures": {"drawing", "drives", "words"},
    "demo": {"notebooks", "words"},
}
"""Beside `errors` and `files`, which every room may import."""

MAY_IMPORT["commands"] = {*MAY_IMPORT} - {"figures"}

SEALED = {"data", "drives", "running", "library_use", "sealed"} | {
    *("sealed.inside", "sealed.wire", "sealed.walls"),
}
"""What may be loaded beside a student's code while it is graded."""

STUDENT = MAY_IMPORT["checking"] | {"checking", "data", "drawing"}
"""What a student's check may load."""


def rooms(modules: set[str]) -> set[str]:
    return {room(name) for name in modules if name.startswith("autograder.")} - {""}


def loaders(name: str) -> set[str]:
    """Who loads the room `name`: the sealed process, a student, the course."""
    found = {"sealed process"} if name in SEALED else set()
    if name in STUDENT | {"figures", "commands"}:
        found.add("student")
    if name not in ("sealed.inside", "checking", "figures"):
        found.add("course")
    return found


def python(code: str) -> str:
    """What a new Python prints that runs `code`."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_imports_are_found() -> None:
    text = """
        from typing import TYPE_CHECKING
        import a.b, c as d
        if TYPE_CHECKING:
            import types_only
        else:
            import otherwise
        def later():
            with x:
                from e.f import g
    """
    found = imported(textwrap.dedent(text))
    assert found == {
        *("typing", "typing.TYPE_CHECKING", "a.b", "c", "otherwise", "e.f", "e.f.g"),
    }


def test_every_room_is_in_the_table() -> None:
    assert rooms({*MODULES}) == {*MAY_IMPORT}
    above = {name for name in MODULES if not room(name)}
    assert above == {"autograder", "autograder.__main__", "autograder.errors", "autograder.files"}


def test_imports_go_one_way() -> None:
    refused = sorted(f"{a} -> {b}" for a, b in arrows() if b not in MAY_IMPORT[a])
    assert refused == []
    assert [*TopologicalSorter(MAY_IMPORT).static_order()]  # raises CycleError for a circle


def test_nothing_is_allowed_that_nobody_needs() -> None:
    needed = arrows()
    unused = [
        f"{a} -> {b}"
        for a, targets in MAY_IMPORT.items()
        for b in sorted(targets)
        if a != "commands" and (a, b) not in needed
    ]
    assert unused == []


@pytest.mark.parametrize("name", sorted({*MAY_IMPORT} - {"sealed"}))
def test_a_room_says_who_loads_it_and_what_it_may_import(name: str) -> None:
    text = MODULES[f"autograder.{name}"].read_text("utf-8")
    says = " ".join(str(ast.get_docstring(ast.parse(text))).split())
    loaded = re.search(r"Loaded by: ([^.]*)\.", says)
    assert loaded, "let the docstring say `Loaded by: ...`"
    assert {*loaded[1].split(", ")} == loaders(name)
    importing = re.search(r"Imports: ([^.]*(?:\.\w+[^.]*)*)\.", says)
    assert importing, "let the docstring say `Imports: ...`"
    if name != "commands":
        assert {*importing[1].split(", ")} - {"errors alone"} == {
            other.removeprefix("sealed.") if name.startswith("sealed.") else other
            for other in MAY_IMPORT[name]
        }


@pytest.mark.parametrize("name", MODULES)
def test_imports_are_absolute(name: str) -> None:
    nodes = ast.walk(ast.parse(MODULES[name].read_text("utf-8")))
    assert not [node for node in nodes if isinstance(node, ast.ImportFrom) and node.level]


@pytest.mark.parametrize("name", MODULES)
def test_no_answer_is_imported_by_name(name: str) -> None:
    names = imported(MODULES[name].read_text("utf-8"))
    assert not [found for found in names if found.split(".")[0] in ("solutions", "tests")]


@pytest.mark.parametrize("name", MODULES)
def test_nbgrader_stays_behind_its_glue(name: str) -> None:
    names = imported(MODULES[name].read_text("utf-8"))
    used = {found for found in names if found.split(".")[0] == "nbgrader"}
    if name == "autograder.building.build":
        used = {found for found in used if not found.startswith("nbgrader.preprocessors")}
    assert not used or room(name) == "gradebook"


@pytest.mark.parametrize("start", ["child", "warm_process"])
def test_the_sealed_process_reaches_what_it_may_alone(start: str) -> None:
    modules = reached(f"autograder.sealed.inside.{start}")
    assert "autograder.running.attempt" in modules
    assert rooms(modules) <= SEALED


@pytest.mark.parametrize("start", ["child", "warm_process", "forks"])
def test_the_sealed_process_has_loaded_what_it_may_alone(start: str) -> None:
    code = f"import sys, autograder.sealed.inside.{start}; print(*sys.modules)"
    assert rooms({*python(code).split()}) <= SEALED


def test_an_outcome_follows_from_what_grading_reaches() -> None:
    modules = reached("autograder.grading.grade") | reached("autograder.grading.set_up")
    modules |= reached("autograder.sealed.inside.warm_process")
    words = {"words"}  # however it is said, it stays what it is
    assert rooms(modules) - {"sealed"} - words == {
        name.replace("/", ".") for name in digests.ENGINE
    }


def test_a_check_reaches_what_it_may_alone() -> None:
    modules = reached("autograder.checking.check") | reached("autograder.checking.terminal")
    assert "autograder.judging.judge" in modules
    assert rooms(modules) <= STUDENT


def test_a_check_has_loaded_what_it_may_alone() -> None:
    code = "import sys, autograder; autograder.check; print(*sys.modules)"
    assert rooms({*python(code).split()}) <= STUDENT


@pytest.mark.parametrize("name", MODULES)
def test_the_driver_of_a_gpu_is_asked_where_students_code_runs_alone(name: str) -> None:
    nodes = ast.walk(ast.parse(MODULES[name].read_text("utf-8")))
    calls = {ast.unparse(node.func) for node in nodes if isinstance(node, ast.Call)}
    asked = {call for call in calls if "cuda." in call} - {"torch.cuda.is_initialized"}
    assert not asked or name in ("autograder.running.attempt", "autograder.sealed.inside.child")


def test_help_waits_for_nothing() -> None:
    printed = python("""
        import sys
        from autograder.commands.main import main
        main(["--help"], standalone_mode=False)
        print(*sys.modules)
    """)
    assert "Usage" in printed
    assert not {"torch", "numpy", "IPython", "nbgrader"} & set(printed.split())


def test_the_student_s_side_needs_neither_unix_nor_the_course_s_packages() -> None:
    python("""
        import sys

        for name in ["jupytext", "jupyterlab", "nbgrader", "scipy", "sqlalchemy", "yaml"]:
            sys.modules[name] = None

        # What others import on this system is not ours to forbid, so it is loaded before.
        import multiprocessing, os, shutil, signal, socket, subprocess, tempfile
        import click, IPython, nbformat, numpy, rich.progress, safetensors.torch, torch
        import IPython.core.interactiveshell, rich.console, rich.table

        for name in ["fcntl", "grp", "pwd", "resource", "termios", "tty", "pty", "syslog"]:
            sys.modules[name] = None
        unix = {
            os: ["fork", "forkpty", "geteuid", "getuid", "killpg", "mkfifo", "pidfd_open",
                 "sched_getaffinity", "setsid", "WIFSIGNALED", "WTERMSIG"],
            signal: ["SIGALRM", "SIGKILL", "SIGXCPU", "alarm", "setitimer", "pthread_sigmask"],
            socket: ["AF_UNIX", "CMSG_LEN", "SCM_RIGHTS"],
        }
        for module, names in unix.items():
            for name in names:
                delattr(module, name)

        import autograder
        import autograder.checking.terminal
        import autograder.commands.main
        assert callable(autograder.check)
    """)
