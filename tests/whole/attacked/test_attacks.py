"""Every hostile notebook, graded through the real command between two honest ones.

`corpus/attacks/` holds them, by what they attack: the answers that are asked for, the interpreter
that they share with the runner, the folder and the notebook that are handed in, the pages that
people look at, whoever runs next, the hidden cases, and the seal. A script says in its front matter
what it is `about` and how many points it `gets`; those that are not worth any leave the exercises
as they were released. Where a way out is open, it prints GOT THROUGH. `@COURSE@`, `@PID@`, `@TCP@`,
`@UDP@` and `@ABSTRACT@` stand for what is really there outside: nobody has to guess a path or a
port. What else a script may say stands in `handing_in.py`.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import secrets
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from autograder.commands.tables.scores import table
from autograder.results.as_json import from_json
from autograder.sealed.outside import best_seal
from autograder.sealed.outside.seal import Tier

from .handing_in import ATTACKS, ROOT, Attack, hand_in, hand_in_script, read
from .pages import active_parts, control_characters

CORPUS = [read(script) for script in sorted(ATTACKS.glob("*/*.py"))]
HONEST = {"honest-1": "plain", "z-honest-2": "closures"}
"""One in the middle of the class, one at its end."""

LIMITS = """
from autograder import Limits
limits = Limits(cell_seconds=4, case_seconds=2, submission_seconds=12, memory_bytes=2 << 30)
"""
"""Short, so that what never ends is over soon."""

SHOWN = ("page", "folder")
"""The attacks of which feedback is made, too: it takes a second for each."""

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Aftermath:
    """What is left when all have been graded."""

    course: Path
    results: dict[str, dict[str, Any]]
    before: str
    targets: list[socket.socket]


def digest(course: Path) -> str:
    """Of all that no submission may change."""
    hashed = hashlib.sha256()
    kept = (
        "course.key",
        "solutions/**/*",
        "source/**/*",
        "submitted/*/optimizers/optimizers.ipynb",
    )
    for path in sorted(path for pattern in kept for path in course.glob(pattern)):
        if path.is_file() and not path.is_symlink() and "__pycache__" not in path.parts:
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


def make_course(course: Path) -> None:
    shutil.copy(ROOT / "nbgrader_config.py", course)
    for folder in ("solutions", "source"):
        shutil.copytree(ROOT / folder, course / folder)
    cases = course / "solutions" / "optimizers" / "cases.py"
    cases.write_text(cases.read_text("utf-8") + LIMITS, "utf-8")
    (course / "course.key").write_text(secrets.token_hex(32))
    for student, name in HONEST.items():
        script = ROOT / "corpus" / "submissions" / "optimizers" / f"{name}.py"
        hand_in_script(course, student, script)


def run(course: Path, module: str, *words: str) -> subprocess.CompletedProcess[str]:
    home = course.parent / "home"
    return subprocess.run(
        [sys.executable, "-m", module, *words],
        cwd=course,
        env={**os.environ, "HOME": str(home), "JUPYTER_CONFIG_DIR": str(home)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def aftermath(
    tmp_path_factory: pytest.TempPathFactory,
    targets: list[socket.socket],
    require: Callable[[object, str], None],
) -> Iterator[Aftermath]:
    # One of them sends SIGKILL to all that it can reach: nothing less than all walls will do.
    tier = best_seal.best().seal.tier
    require(tier is Tier.FULL, f"the seal here is {tier!r}: see `autograder doctor`")
    course, aside = (tmp_path_factory.mktemp(name) for name in ("attacked", "aside"))
    make_course(course)
    tcp, udp, abstract = (target.getsockname() for target in targets)
    marks = {
        "COURSE": course,
        "PID": os.getpid(),
        "TCP": tcp[1],
        "UDP": udp[1],
        "ABSTRACT": abstract[1:].decode(),
    }
    for attack in CORPUS:
        hand_in(course, attack, marks, aside)
    before = digest(course)
    done = run(course, "autograder", "grade", "--json", "--seal=full")
    assert done.returncode == 0, done.stderr
    assert not control_characters(done.stderr)
    results = {result["student"]: result for result in json.loads(done.stdout)}
    yield Aftermath(course, results, before, targets)
    # Python's own way can't remove folders that are this deep.
    subprocess.run(["rm", "-rf", course], check=True)


def shown_to(student: str, course: Path) -> str:
    """What a student gets to see beside the own cells: their outputs, and our comments."""
    place = course / "autograded" / student / "optimizers" / "optimizers.ipynb"
    cells = json.loads(place.read_text("utf-8"))["cells"]
    shown = [output for cell in cells for output in cell.get("outputs", [])]
    about = [cell["source"] for cell in cells if cell["id"] == "about"]
    return "\n".join([*_texts(shown), *_texts(about), *comments(student, course)])


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        value = [*value.values()]
    return [value] if isinstance(value, str) else [t for v in value or () for t in _texts(v)]


def comments(student: str, course: Path) -> list[str]:
    with sqlite3.connect(course / "gradebook.db") as database:
        found = database.execute(
            "SELECT auto_comment FROM comment "
            "JOIN submitted_notebook ON submitted_notebook.id = comment.notebook_id "
            "JOIN submitted_assignment "
            "ON submitted_assignment.id = submitted_notebook.assignment_id "
            "WHERE student_id = ?",
            [student],
        )
        return [comment for (comment,) in found if comment]


every_attack = pytest.mark.parametrize("attack", CORPUS, ids=lambda attack: attack.student)


@every_attack
def test_an_attack_gets_what_its_optimizers_are_worth(attack: Attack, aftermath: Aftermath) -> None:
    result = aftermath.results[attack.student]
    assert result["verdict"] != "broken", result["findings"]
    assert result["score"] == pytest.approx(float(attack.gets), abs=1e-12)


@every_attack
def test_nothing_secret_is_carried_out(attack: Attack, aftermath: Aftermath) -> None:
    assert attack.never not in shown_to(attack.student, aftermath.course)


@every_attack
def test_nothing_that_is_shown_is_active(attack: Attack, aftermath: Aftermath) -> None:
    shown = shown_to(attack.student, aftermath.course)
    receipt = aftermath.course / "reports" / "optimizers" / f"{attack.student}.json"
    assert not control_characters(shown)
    assert not control_characters(receipt.read_text("utf-8"))


@pytest.mark.parametrize("student", HONEST)
def test_who_is_honest_among_them_gets_everything(student: str, aftermath: Aftermath) -> None:
    result = aftermath.results[student]
    assert result["score"] == result["points"]


def test_the_terminal_s_table_is_text_alone(aftermath: Aftermath) -> None:
    results = [from_json(result) for result in aftermath.results.values()]
    console = Console(file=io.StringIO(), color_system=None, width=200)
    console.print(table("optimizers", results))
    assert not control_characters(console.file.getvalue())  # type: ignore[attr-defined]


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


@pytest.fixture(scope="module")
def feedback(aftermath: Aftermath) -> dict[str, Path]:
    """The folders that nbgrader makes for the students of `page/`, and for one who is honest."""
    course = aftermath.course
    wanted = {attack.student for attack in CORPUS if attack.script.parent.name in SHOWN}
    wanted.add("honest-1")
    others = ",".join(aftermath.results.keys() - wanted)
    done = run(
        *(course, "nbgrader", "generate_feedback", "optimizers"),
        f"--CourseDirectory.student_id_exclude={others}",
    )
    assert done.returncode == 0, done.stderr
    return {student: course / "feedback" / student / "optimizers" for student in wanted}


def test_the_feedback_runs_nothing_of_theirs(feedback: dict[str, Path]) -> None:
    pages = {
        student: folder.joinpath("optimizers.html").read_text("utf-8")
        for student, folder in feedback.items()
    }
    honest = active_parts(pages["honest-1"])
    assert honest["script"] > 0
    for student, page in pages.items():
        assert active_parts(page) == honest, student
        assert not control_characters(page), student


def test_what_goes_back_to_students_holds_no_key(
    aftermath: Aftermath, feedback: dict[str, Path]
) -> None:
    key = (aftermath.course / "course.key").read_bytes()
    assert feedback
    for folder in ("autograded", "feedback"):
        files = [path for path in (aftermath.course / folder).rglob("*") if path.is_file()]
        assert files
        assert not [path for path in files if key in path.read_bytes()]
