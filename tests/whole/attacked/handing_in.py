"""How a script of `corpus/attacks/` becomes a folder that somebody has handed in.

Beside `about` and `gets`, its front matter may hold:

- `tools`: a file of `corpus/attacks/` whose text is the script's first cell;
- `others: unsolved`: exercises that the script does not solve are left as they were released;
- `edit`: a function of `edits.py`, which changes the notebook's file as no editor would;
- `files`: what else lies in the folder, each path with one kind of thing (see `_KINDS`); what has
  the notebook's own name takes its place;
- `never`: what a student must not get to see; `GOT THROUGH` where it does not say.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import nbformat
import yaml

from autograder.demo.scripted import submission

from . import edits

ROOT = Path(__file__).parents[3]
ATTACKS = ROOT / "corpus" / "attacks"


@dataclass(frozen=True)
class Attack:
    """What a script says of itself.

    Args:
        script: its file.
        gets: the points that it must get, no more and no fewer.
        never: the text that must not reach the student.
        tools: see above, as are the others.
    """

    script: Path
    gets: Fraction
    never: str = "GOT THROUGH"
    tools: str = ""
    edit: str = ""
    files: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def student(self) -> str:
        """Whose submission it is."""
        return f"{self.script.parent.name}-{self.script.stem}"


def read(script: Path) -> Attack:
    """What the front matter of `script` says."""
    lines = script.read_text("utf-8").split("# ---")[1]
    front: dict[str, Any] = yaml.safe_load(lines.replace("\n# ", "\n"))["autograder"]
    known = {name: front[name] for name in ("never", "tools", "edit", "files") if name in front}
    return Attack(script, Fraction(str(front["gets"])), **known)


def hand_in(course: Path, attack: Attack, marks: Mapping[str, object], aside: Path) -> None:
    """Puts the submission that `attack` describes into `course`, aimed at what is there.

    Args:
        course: the course's folder.
        attack: what is handed in.
        marks: what each `@MARK@` in a script stands for.
        aside: a folder for what is needed on the way.
    """
    text = _with_tools(attack)
    for mark, target in marks.items():
        text = text.replace(f"@{mark}@", str(target))
    aimed = aside / f"{attack.student}.py"
    aimed.write_text(text, "utf-8")
    hand_in_script(course, attack.student, aimed)
    place = course / "submitted" / attack.student / "optimizers"
    if attack.edit:
        path = place / "optimizers.ipynb"
        path.write_text(getattr(edits, attack.edit)(path.read_text("utf-8")), "utf-8")
    for name, thing in read(aimed).files.items():
        _put(place / name, thing)


def hand_in_script(course: Path, student: str, script: Path) -> None:
    """Hands in the notebook that `script` stands for, and nothing else."""
    source, released = (
        nbformat.read(ROOT / kind / "optimizers" / "optimizers.ipynb", as_version=4)
        for kind in ("source", "release")
    )
    place = course / "submitted" / student / "optimizers"
    place.mkdir(parents=True)
    nbformat.write(submission(script, source, released), place / "optimizers.ipynb")


def _with_tools(attack: Attack) -> str:
    text = attack.script.read_text("utf-8")
    if not attack.tools:
        return text
    head, front, rest = text.split("# ---", 2)
    tools = (ATTACKS / attack.tools).read_text("utf-8")
    return f"{head}# ---{front}# ---\n# %%\n{tools}\n{rest}"


def _put(path: Path, thing: Mapping[str, Any]) -> None:
    ((kind, what),) = thing.items()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    _KINDS[kind](path, what)


def _write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


def _make_sparse(path: Path, size: int) -> None:
    with path.open("wb") as file:
        file.truncate(size)


def _make_deep(path: Path, depth: int) -> None:
    """Folders in folders, deeper than a path can be long."""
    here = os.open(path.parent, os.O_RDONLY)
    name = path.name
    for _ in range(depth):
        os.mkdir(name, dir_fd=here)
        inner = os.open(name, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here, name = inner, "d"
    os.close(here)


def _make_device(path: Path, number: int) -> None:
    with suppress(PermissionError):  # it takes root, and can only be there where root was
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, number))


_KINDS: dict[str, Callable[[Path, Any], object]] = {
    "text": _write,
    "bytes": _make_sparse,
    "link": lambda path, target: path.symlink_to(target),
    "hard link": lambda path, target: path.hardlink_to(target),
    "copy": lambda path, target: shutil.copyfile(target, path),
    "pipe": lambda path, _: os.mkfifo(path),
    "socket": lambda path, _: os.mknod(path, stat.S_IFSOCK | 0o600),
    "device": _make_device,
    "folders": _make_deep,
}
