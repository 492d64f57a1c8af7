"""Every hostile notebook, graded through the real command between two honest ones.

A script of `tests/attacks/` says in its front matter what it is `about` and how many points it
`gets`; those that are not worth any leave the exercises as they were released. Where a way out is
open, it prints GOT THROUGH. `@COURSE@`, `@PID@`, `@TCP@`, `@UDP@` and `@ABSTRACT@` stand for what
is really there outside: nobody has to guess a path or a port.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import pytest
import yaml

from autograder.scripted import submission
from autograder.sealed import tiers
from autograder.sealed.seal import Tier

ROOT = Path(__file__).parents[1]
ATTACKS = ROOT / "tests" / "attacks"
SCRIPTS = sorted(ATTACKS.glob("*/*.py"))
HONEST = {"honest-1": "plain", "honest-2": "closures"}

LIMITS = """
from autograder import Limits
limits = Limits(cell_seconds=4, case_seconds=2, submission_seconds=12, memory_bytes=2 << 30)
"""
"""Short, so that what never ends is over soon."""

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Aftermath:
    """What is left when all have been graded."""

    course: Path
    results: dict[str, dict[str, Any]]
    before: str
    targets: list[socket.socket]


def front_matter(script: Path) -> dict[str, Any]:
    lines = script.read_text("utf-8").split("# ---")[1]
    front: dict[str, Any] = yaml.safe_load(lines.replace("\n# ", "\n"))["autograder"]
    return front


def aimed(script: Path, marks: dict[str, object], folder: Path) -> Path:
    """The script with its tools, and with real targets in it."""
    text = script.read_text("utf-8")
    tools = front_matter(script).get("tools")
    if tools:
        head, front, rest = text.split("# ---", 2)
        text = f"{head}# ---{front}# ---\n# %%\n{(ATTACKS / tools).read_text('utf-8')}\n{rest}"
    for mark, target in marks.items():
        text = text.replace(f"@{mark}@", str(target))
    written = folder / script.name
    written.write_text(text, "utf-8")
    return written


def digest(course: Path) -> str:
    """Of all that no submission may change."""
    hashed = hashlib.sha256()
    kept = ("solutions", "source", "submitted", "course.key")
    for path in sorted(
        path for name in kept for path in [course / name, *(course / name).rglob("*")]
    ):
        if path.is_file() and "__pycache__" not in path.parts:
            hashed.update(bytes(path.relative_to(course)) + path.read_bytes())
    return hashed.hexdigest()


@pytest.fixture(scope="module")
def targets() -> Iterator[list[socket.socket]]:
    """Somebody who listens: TCP, UDP, and an abstract name."""
    with (
        socket.create_server(("127.0.0.1", 0)) as tcp,
        socket.socket(type=socket.SOCK_DGRAM) as udp,
        socket.socket(socket.AF_UNIX) as abstract,
    ):
        udp.bind(("127.0.0.1", 0))
        abstract.bind(f"\0autograder-{secrets.token_hex(8)}")
        abstract.listen()
        yield [tcp, udp, abstract]


@pytest.fixture(scope="module")
def aftermath(
    tmp_path_factory: pytest.TempPathFactory,
    targets: list[socket.socket],
    require: Callable[[object, str], None],
) -> Aftermath:
    # One of them sends SIGKILL to all that it can reach: nothing less than all walls will do.
    tier = tiers.best().seal.tier
    require(tier is Tier.FULL, f"the seal here is {tier!r}: see `autograder doctor`")
    course, scripts = (tmp_path_factory.mktemp(name) for name in ("attacked", "scripts"))
    shutil.copy(ROOT / "nbgrader_config.py", course)
    for folder in ("solutions", "source"):
        shutil.copytree(ROOT / folder, course / folder)
    cases = course / "solutions" / "optimizers" / "cases.py"
    cases.write_text(cases.read_text("utf-8") + LIMITS, "utf-8")
    (course / "course.key").write_text(secrets.token_hex(32))
    tcp, udp, abstract = (target.getsockname() for target in targets)
    marks = {
        "COURSE": course,
        "PID": os.getpid(),
        "TCP": tcp[1],
        "UDP": udp[1],
        "ABSTRACT": abstract[1:].decode(),
    }
    for student, name in HONEST.items():
        hand_in(course, student, ROOT / "tests" / "submissions" / "optimizers" / f"{name}.py")
    for script in SCRIPTS:
        hand_in(course, script.stem, aimed(script, marks, scripts))
    before = digest(course)
    done = subprocess.run(
        [sys.executable, "-m", "autograder", "grade", "--json", "--seal=full"],
        cwd=course,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    results = {result["student"]: result for result in json.loads(done.stdout)}
    return Aftermath(course, results, before, targets)


def hand_in(course: Path, student: str, script: Path) -> None:
    source, released = (
        nbformat.read(ROOT / kind / "optimizers" / "optimizers.ipynb", as_version=4)
        for kind in ("source", "release")
    )
    place = course / "submitted" / student / "optimizers"
    place.mkdir(parents=True)
    nbformat.write(submission(script, source, released), place / "optimizers.ipynb")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_an_attack_gets_what_its_optimizers_are_worth(script: Path, aftermath: Aftermath) -> None:
    result = aftermath.results[script.stem]
    assert result["verdict"] != "broken", result["findings"]
    assert result["score"] == front_matter(script)["gets"]
    place = aftermath.course / "autograded" / script.stem / "optimizers" / "optimizers.ipynb"
    cells = json.loads(place.read_text("utf-8"))["cells"]
    outputs = json.dumps([cell["outputs"] for cell in cells if cell["cell_type"] == "code"])
    assert "GOT THROUGH" not in outputs


@pytest.mark.parametrize("student", HONEST)
def test_who_is_honest_among_them_gets_everything(student: str, aftermath: Aftermath) -> None:
    result = aftermath.results[student]
    assert result["score"] == result["points"]


def test_what_no_submission_may_change_is_unchanged(aftermath: Aftermath) -> None:
    assert digest(aftermath.course) == aftermath.before
    for folder in ("/tmp", "/dev/shm", "/var/tmp"):
        assert not Path(folder, "autograder-attack").exists()


def test_nobody_was_reached(aftermath: Aftermath) -> None:
    tcp, udp, abstract = aftermath.targets
    tries: list[Callable[[], object]] = [tcp.accept, lambda: udp.recv(9), abstract.accept]
    for target in aftermath.targets:
        target.setblocking(False)
    for reach in tries:
        with pytest.raises(BlockingIOError):
            reach()
