"""The demo's course: what a checkout teaches, handed in by a class of made-up students.

Who hands in what stands in `corpus/submissions/class.toml`: under a student's name, for each
assignment, the name of a script, or a table with `file` (another name than the notebook should
have) and `text` (what the file holds instead of a notebook).
"""

from __future__ import annotations

import hashlib
import shutil
import tomllib
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

import autograder
from autograder.demo.scripted import submission
from autograder.errors import CourseError
from autograder.notebooks.marks import notebook_name
from autograder.words.said import said

_SCRIPTS = Path("corpus/submissions")
_MARK = "DEMO.txt"
_MARK_TEXT = "Made by `autograder demo`, which writes it anew at every run: keep nothing here.\n"
_FIRST_SUBMISSION = datetime(2026, 3, 9, 9)


def checkout() -> Path:
    """The project's checkout that stands behind the package, or else the working directory.

    Raises:
        CourseError: where neither is one.
    """
    for folder in (Path(autograder.__file__).parents[1], Path.cwd()):
        if (folder / "solutions").is_dir() and (folder / _SCRIPTS / "class.toml").is_file():
            return folder
    raise CourseError(
        said(
            "the demo's course and class are not part of the installed package: run "
            "`autograder demo` in a checkout of the project."
        )
    )


def make_class(course_root: Path, checkout: Path) -> str:
    """Writes the course of `checkout` to `course_root`, and what a class of students handed in.

    A demo that lies there already is written anew; its key and its gradebook stay.

    Args:
        course_root: a new or empty folder, or an earlier demo.
        checkout: see `checkout()`; with its `source/` and `release/` built.

    Returns:
        A sentence that says what was made.

    Raises:
        CourseError: where `course_root` holds something else, or a notebook is not built.
    """
    _make_room(course_root)
    shutil.copytree(
        checkout / "solutions",
        course_root / "solutions",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    shutil.copy(checkout / "nbgrader_config.py", course_root)
    text = (checkout / _SCRIPTS / "class.toml").read_text(encoding="utf-8")
    students: Mapping[str, Mapping[str, Any]] = tomllib.loads(text)
    count = 0
    for student, handed_in in students.items():
        for assignment, what in handed_in.items():
            folder = course_root / "submitted" / student / assignment
            _hand_in(folder, what, checkout, _FIRST_SUBMISSION + timedelta(minutes=count))
            count += 1
    return said(
        "A course and {number} submissions of {students} students lie in {folder}/.",
        number=count,
        students=len(students),
        folder=course_root,
    )


def _make_room(root: Path) -> None:
    if root.exists() and not root.is_dir():
        raise CourseError(said("{root} is a file: name a new folder for the demo.", root=root))
    if root.is_dir() and any(root.iterdir()) and not (root / _MARK).is_file():
        raise CourseError(
            said("{root} holds something else than a demo: name a new or empty folder.", root=root)
        )
    for old in ("solutions", "submitted"):
        if (root / old).exists():
            shutil.rmtree(root / old)
    root.mkdir(parents=True, exist_ok=True)
    (root / _MARK).write_text(_MARK_TEXT, encoding="utf-8")


def _hand_in(folder: Path, what: str | Mapping[str, str], checkout: Path, when: datetime) -> None:
    assignment = folder.name
    entry = {"script": what} if isinstance(what, str) else dict(what)
    if "script" in entry:
        script = checkout / _SCRIPTS / assignment / f"{entry['script']}.py"
        name = notebook_name(assignment)
        source = _built(checkout / "source" / assignment / name)
        released = _built(checkout / "release" / assignment / name)
        entry["text"] = nbformat.writes(submission(script, source, released))
    folder.mkdir(parents=True)
    file = folder / entry.get("file", notebook_name(assignment))
    file.write_text(entry["text"], encoding="utf-8")
    (folder / "timestamp.txt").write_text(f"{when:%Y-%m-%d %H:%M:%S.%f} UTC", encoding="utf-8")
    # nbgrader names feedback by it. Made-up students need none that can't be guessed, and a second
    # demo finds nothing changed.
    secret = hashlib.sha512(f"{folder.parent.name}/{assignment}".encode()).hexdigest()
    (folder / "submission_secret.txt").write_text(secret, encoding="utf-8")


def _built(notebook: Path) -> NotebookNode:
    if not notebook.is_file():
        raise CourseError(
            said(
                "{notebook} is not there: run `autograder build` in the checkout.",
                notebook=notebook,
            )
        )
    read: NotebookNode = nbformat.read(notebook, as_version=4)
    return read
