"""Who may import whom: the walls between the packages, and what each command costs to start."""

from __future__ import annotations

import ast
import subprocess
import sys
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import autograder

PACKAGE = Path(autograder.__file__).parent
JUDGING = {
    *("asking", "bundle", "classroom", "compare", "course", "data", "digests", "draw"),
    *("exercise", "forbidden", "grade", "judge", "laws", "mask_laws", "masks", "on_cpu"),
    *("policy", "receipts", "regrades", "selfcheck", "statistics", "tolerance"),
    *("build", "gradebook", "literate", "mutants", "report", "scripted", "demo"),
}
"""What knows a case, an expected value, a reference or a score."""


def module(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def imported(text: str) -> set[str]:
    """The dotted names that a module's text imports, at the top or later, but not for its types."""
    return set(_imported(ast.parse(text).body))


def _imported(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute here"
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            yield from _imported(node.orelse)
        else:
            yield from _imported(ast.iter_child_nodes(node))


def reached(start: str) -> set[str]:
    """The modules of the package that are loaded, now or later, where `start` is imported."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name in MODULES and name not in seen:
            seen.add(name)
            waiting += [name.rpartition(".")[0], *imported(MODULES[name].read_text("utf-8"))]
    return seen


def judging(modules: Iterable[str]) -> list[str]:
    return sorted(name for name in modules if {*name.split(".")[1:2]} & JUDGING)


def python(code: str) -> str:
    """What a new Python prints that runs `code`."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=False
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


def test_what_judges_is_there() -> None:
    assert {f"autograder.{name}" for name in JUDGING} <= set(MODULES)


@pytest.mark.parametrize("name", MODULES)
def test_no_answer_is_imported_by_name(name: str) -> None:
    names = imported(MODULES[name].read_text("utf-8"))
    assert not [found for found in names if found.split(".")[0] in ("solutions", "tests")]


@pytest.mark.parametrize("name", MODULES)
def test_nbgrader_stays_behind_its_glue(name: str) -> None:
    names = imported(MODULES[name].read_text("utf-8"))
    used = {found for found in names if found.split(".")[0] == "nbgrader"}
    if name.startswith("autograder.build"):
        used = {found for found in used if not found.startswith("nbgrader.preprocessors")}
    assert not used or name.startswith("autograder.gradebook")


@pytest.mark.parametrize("start", ["child", "nursery"])
def test_the_sealed_process_holds_nothing_that_judges(start: str) -> None:
    assert "autograder.attempt" in reached(f"autograder.sealed.{start}")
    assert judging(reached(f"autograder.sealed.{start}")) == []


@pytest.mark.parametrize("start", ["child", "nursery", "forks"])
def test_the_sealed_process_has_loaded_nothing_that_judges(start: str) -> None:
    loaded = python(f"import sys, autograder.sealed.{start}; print(*sys.modules)").split()
    assert judging(name for name in loaded if name.startswith("autograder.")) == []


@pytest.mark.parametrize("name", MODULES)
def test_the_driver_of_a_gpu_is_asked_where_students_code_runs_alone(name: str) -> None:
    nodes = ast.walk(ast.parse(MODULES[name].read_text("utf-8")))
    calls = {ast.unparse(node.func) for node in nodes if isinstance(node, ast.Call)}
    asked = {call for call in calls if "cuda." in call} - {"torch.cuda.is_initialized"}
    assert not asked or name in ("autograder.attempt", "autograder.sealed.child")


def test_help_waits_for_nothing() -> None:
    printed = python("""
        import sys
        from autograder.cli import main
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
        import autograder.cli
        import autograder.terminal_check
        assert callable(autograder.check)
    """)
