"""The warm process and its forks: what they hold, and what is left when either ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import torch

import autograder
from autograder.data.inputs import Inputs
from autograder.errors import Died, SealError
from autograder.running.limits import Limits
from autograder.sealed.outside import best_seal
from autograder.sealed.outside.process import SealedProcess
from autograder.sealed.outside.seal import Seal, Tier
from autograder.sealed.wire.batch import pack
from tests.refused import refused, words_of

Require = Callable[[object, str], None]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="walls are Linux's")

X = Inputs({}, {"x": torch.tensor([1.0, 2.0])})


WALLS = [(Tier.FULL, "cpu"), (Tier.NO_NAMESPACES, "cpu"), (Tier.GPU, "cuda")]


@pytest.fixture(scope="module", params=WALLS, ids=lambda walls: str(walls[0]))
def seal(request: pytest.FixtureRequest, require: Require) -> Iterator[Seal]:
    from autograder.sealed.outside.warm_seal import WarmSeal

    tier, device = request.param
    seal = WarmSeal(tier, device)
    try:
        # On the CPU in any case: the walls for a GPU are the same without one.
        SealedProcess(None, Limits(), seal=seal).close()
    except SealError as error:
        require(False, f"there is no seal {tier!r} here: {error}")
    yield seal
    seal.close()


def text(process: SealedProcess, source: str) -> str:
    run = process.run_cell("a cell", source, 30)
    assert not run.failed, run.outputs
    return "".join(output["text"] for output in run.outputs)


def until(condition: Callable[[], bool]) -> bool:
    """Whether it comes true within a while."""
    for _ in range(200):
        if condition():
            return True
        time.sleep(0.05)
    return False


def is_gone(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return True
    return status.rpartition(")")[2].split()[0] == "Z"


def test_a_cell_may_wait_for_what_is_asynchronous(seal: Seal) -> None:
    waits = "import asyncio\nawait asyncio.sleep(0.001)\nprint('waited')"
    with SealedProcess(None, Limits(), seal=seal) as process:
        assert text(process, waits) + text(process, waits) == "waited\nwaited\n"


def test_a_child_has_the_files_and_none_of_what_its_parent_ran(seal: Seal, release: Path) -> None:
    with SealedProcess(release, Limits(), seal=seal) as process:
        assert text(process, "print(In, Out, 'plt' in globals())") == (
            "['', \"print(In, Out, 'plt' in globals())\"] {} False\n"
        )
        source = "import os; print(sorted(f for _, _, names in os.walk('.') for f in names))"
        assert text(process, source) == "['drives.py', 'link.csv', 'rows.csv']\n"
        assert text(process, "print(open('data/rows.csv').read())") == "1,2\n"
        process.run_cell("a cell", "def f(x): return 2 * x", 30)
        (outputs,) = process.ask("f", "drives.py:give", pack([X]), 8, lambda: 30)
        assert isinstance(outputs, dict)
        assert outputs["y"].tolist() == [2.0, 4.0]


def test_a_child_has_three_descriptors_and_its_wire(seal: Seal) -> None:
    source = """
import os
for number in range(100):
    try:
        os.fstat(number)
        print(number, end=" ")
    except OSError:
        pass
"""
    with SealedProcess(None, Limits(), seal=seal) as process:
        assert text(process, source) == "0 1 2 3 "


def test_what_a_child_does_is_its_own(seal: Seal) -> None:
    with (
        SealedProcess(None, Limits(), seal=seal) as first,
        SealedProcess(None, Limits(), seal=seal) as second,
    ):
        text(first, "import torch; torch.nn.Linear = None; torch.manual_seed(7);")
        source = "import random, torch; print(torch.nn.Linear is None, random.random())"
        assert text(second, source).startswith("False")
        with SealedProcess(None, Limits(), seal=seal) as third:
            assert text(second, "print(torch.rand(1))") == text(
                third, "import torch; print(torch.rand(1))"
            )


def test_one_of_a_pair_of_sockets_speaks_to_the_other_alone(seal: Seal, tmp_path: Path) -> None:
    path = str(tmp_path / "log")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as log:
        log.bind(path)
        log.setblocking(False)
        sends = f"""
import socket
for kind in (socket.SOCK_DGRAM, socket.SOCK_STREAM, socket.SOCK_SEQPACKET):
    try:
        socket.socketpair(socket.AF_UNIX, kind)[0].sendto(b"out", {path!r})
    except OSError:
        pass
"""
        with SealedProcess(None, Limits(), seal=seal) as process:
            text(process, sends)
        with pytest.raises(BlockingIOError):
            log.recv(9)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("import os; os._exit(3)", "exited with status 3"),
        ("import ctypes; ctypes.string_at(0)", "crashed (Segmentation fault)"),
        ("import os; os.closerange(3, 9); import time; time.sleep(99)", "closed its connection"),
    ],
)
def test_the_end_of_a_child_is_told(seal: Seal, source: str, said: str) -> None:
    process = SealedProcess(None, Limits(), seal=seal)
    with pytest.raises(Died) as caught:
        process.run_cell("a cell", source, 30)
    assert said in words_of(caught.value)
    assert is_gone(process.pid)


def test_the_cpu_limit_is_told(seal: Seal) -> None:
    with (
        SealedProcess(None, Limits(cpu_seconds=1), seal=seal) as process,
        refused(Died, "more than 1 s of CPU time"),
    ):
        process.run_cell("a cell", "while True: pass", 60)


@pytest.mark.slow
def test_a_warm_process_that_has_ended_is_started_anew(seal: Seal) -> None:
    process = SealedProcess(None, Limits(), seal=seal)
    status = Path(f"/proc/{process.pid}/status").read_text()
    (parent,) = [line.split()[1] for line in status.splitlines() if line.startswith("PPid:")]
    os.kill(int(parent), signal.SIGKILL)
    # A fault of ours: not Died, which is a finding about the student's code.
    with pytest.raises(SealError) as caught:
        process.run_cell("a cell", "while True: pass", 60)
    assert type(caught.value) is SealError
    assert is_gone(process.pid)
    with SealedProcess(None, Limits(), seal=seal) as process:
        assert text(process, "print(1)") == "1\n"


def test_files_vanish(seal: Seal, release: Path) -> None:
    with SealedProcess(release, Limits(), seal=seal) as process:
        folder = process.folder
    assert not folder.exists()
    with SealedProcess(None, Limits(), seal=seal) as process:
        assert text(process, "import os; print(os.listdir())") == "[]\n"


GRADER = """
import sys
from autograder.running.limits import Limits
from autograder.sealed.outside.process import SealedProcess
from autograder.sealed.outside.seal import Tier
from autograder.sealed.outside.warm_seal import WarmSeal

seal = WarmSeal(Tier(sys.argv[1]), sys.argv[2])
processes = [SealedProcess(None, Limits(), seal=seal) for _ in range(3)]
scratch = processes[0].folder.parent
folder = scratch.parent if seal.tier is Tier.NO_NAMESPACES else scratch
print(*(process.pid for process in processes), folder, flush=True)
processes[0].run_cell("a cell", "while True: pass", 60)
"""


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_nothing_is_left_of_a_grader_that_is_killed(seal: Seal, number: int) -> None:
    command = [sys.executable, "-c", GRADER, seal.tier, dict(WALLS)[seal.tier]]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
    ) as grader:
        assert grader.stdout is not None
        *pids, folder = grader.stdout.readline().split()
        assert len(pids) == 3
        grader.send_signal(number)
    assert until(lambda: all(is_gone(int(pid)) for pid in pids))
    assert until(lambda: not Path(folder).exists())


# The tiers.

FIND = """
from autograder.sealed.outside import best_seal
found = best_seal.best()
print(found.seal.tier, *found.missing, sep="|")
"""


def found_by(*prefix: str, **environment: str) -> str:
    done = subprocess.run(
        [*prefix, sys.executable, "-c", FIND],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **environment},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_without_bubblewrap_there_are_no_namespaces(tmp_path: Path) -> None:
    tier, reason = found_by(PATH=str(tmp_path)).split("|")
    assert tier == "no namespaces"
    assert "apt install bubblewrap" in reason


@pytest.mark.slow
def test_without_user_namespaces_the_reason_is_said(require: Require) -> None:
    off = 'echo 0 > /proc/sys/user/max_user_namespaces && exec "$@"'
    prefix = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", off, "sh"]
    there = subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode == 0
    require(there, "this user can make no user namespace to switch them off in")
    tier, reason = found_by(*prefix).split("|")
    assert tier == "no namespaces"
    assert reason.startswith("full: the warm process did not start")


@pytest.mark.slow
def test_without_landlock_it_is_a_plain_child(monkeypatch: pytest.MonkeyPatch) -> None:
    from autograder.sealed.walls import landlock

    monkeypatch.setattr(landlock, "version", lambda: 0)
    found = best_seal._find("cpu")
    assert found.seal.tier is Tier.PLAIN
    assert [reason.split(":")[0] for reason in found.missing] == ["full", "no namespaces"]
    assert "no Landlock" in found.missing[0]


@pytest.mark.slow
def test_an_ordinary_user_has_the_full_seal_too(require: Require) -> None:
    require(os.getuid() == 0 or best_seal.best().seal.tier is Tier.FULL, "see `autograder doctor`")
    if os.getuid() != 0:
        return
    ordinary = ["setpriv", "--reuid=1000", "--regid=1000", "--clear-groups", "--inh-caps=-all"]
    inside = [*shown_to_everybody(), *ordinary]
    there = subprocess.run([*inside, sys.executable, "-c", "import torch"], check=False)
    require(there.returncode == 0, "Python lies where an ordinary user can't read it")
    assert found_by(*inside, HOME="/tmp").split("|") == ["full\n"]


def shown_to_everybody() -> list[str]:
    """Runs what follows where Python and this package are behind no door of root's."""
    needed = [Path(sys.base_prefix), Path(sys.prefix), Path(autograder.__file__).parents[1]]
    doors = {path: door for path in needed if (door := closed_above(path)) is not None}
    if not doors:
        return []
    shown = ["bwrap", "--dev-bind", "/", "/"]
    for door in sorted({*doors.values()}):
        shown += ["--perms", "0755", "--tmpfs", str(door)]
    for path, door in doors.items():
        for between in reversed(path.parents):
            shown += ["--dir", str(between)] if door in between.parents else []
        shown += ["--ro-bind", str(path), str(path)]
    return [*shown, "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]


def closed_above(path: Path) -> Path | None:
    """The outermost folder above `path` that only its owner may enter."""
    closed = [folder for folder in reversed(path.parents) if not folder.stat().st_mode & 0o001]
    return closed[0] if closed else None
