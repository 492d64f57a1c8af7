from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import torch

from autograder.data.inputs import Inputs
from autograder.data.outcomes import Failure, Outputs
from autograder.drives import optimizer_steps
from autograder.drives.draw import PUBLIC_KEY, Draw
from autograder.errors import Died, ProtocolBroken, SealError, TimedOut
from autograder.running.limits import Limits
from autograder.sealed.outside import plain_seal
from autograder.sealed.outside.open_processes import OpenProcesses
from autograder.sealed.outside.plain_seal import PlainSeal
from autograder.sealed.outside.process import SealedProcess
from autograder.sealed.wire import folders
from autograder.sealed.wire.batch import pack
from tests.refused import refused, words_of

X = Inputs({}, {"x": torch.tensor([1.0, 2.0])})


def run(process: SealedProcess, source: str) -> list[dict[str, Any]]:
    run = process.run_cell("a cell", source, 60)
    assert not run.failed, run.outputs
    return run.outputs


def text(process: SealedProcess, source: str) -> str:
    return "".join(output["text"] for output in run(process, source))


def ask(process: SealedProcess, name: str, reply_bytes: int = 8) -> Outputs | Failure:
    (outcome,) = process.ask(name, "drives.py:give", pack([X]), reply_bytes, lambda: 60)
    return outcome


# An honest process.


def test_an_object_is_put_through_inputs(process: SealedProcess) -> None:
    run(process, "def twice(x): return 2 * x")
    outputs = ask(process, "twice")
    assert isinstance(outputs, dict)
    assert outputs["y"].tolist() == [2.0, 4.0]


def test_a_generic_drive_is_found(process: SealedProcess) -> None:
    run(
        process,
        "class Still:\n  def __init__(self, lr): self.lr = lr\n  def update(self, w, g): pass",
    )
    draw = Draw(PUBLIC_KEY, "still", "a case")
    inputs = optimizer_steps.inputs(draw, steps=1, shapes=[(2,)], start=1.0, lr=0.1)
    (outputs,) = process.ask("Still", "optimizer_steps", pack([inputs]), 8, lambda: 60)
    assert isinstance(outputs, dict)
    assert torch.equal(outputs["w0"][0], inputs.tensors["start/0/w0"])


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("", "undefined"),
        ("f = 3", "wrong kind"),
        ("def f(x): raise NotImplementedError", "unsolved"),
        ("def f(x): raise KeyboardInterrupt", "raised"),
        ("def f(x): return input()", "wrong kind"),
        ("def f(x): return x.to(torch.complex64)", "dtype"),
        ("def f(x): return torch.zeros(2 ** 18 + 1)", "shape"),
        ("def f(x): return torch.zeros(1).expand(2 ** 40)", "raised"),
    ],
)
def test_failures_come_back(process: SealedProcess, source: str, kind: str) -> None:
    run(process, f"import torch\nglobals().pop('f', None)\n{source}")
    failure = ask(process, "f")
    assert isinstance(failure, Failure)
    assert failure.kind == kind


def test_a_failure_says_where(process: SealedProcess) -> None:
    process.run_cell("adam", "def f(x):\n    return x[9]", 60)
    failure = ask(process, "f")
    assert isinstance(failure, Failure)
    assert failure.where == "Cell adam, line 2, in f: return x[9]"
    assert failure.exception == "IndexError"


def test_an_interrupt_of_its_own_fails_a_cell(process: SealedProcess) -> None:
    failed = process.run_cell("a cell", "raise KeyboardInterrupt", 60)
    assert failed.failed
    assert failed.outputs[0]["ename"] == "KeyboardInterrupt"


def test_figures_are_outputs(release: Path) -> None:
    with SealedProcess(release, Limits()) as process:
        outputs = run(process, "import matplotlib.pyplot as plt\nplt.plot([1, 2]);")
        assert outputs[0]["data"]["image/png"].startswith("iVBOR")
        assert run(process, "import asyncio\nawait asyncio.sleep(0, 'slept')")[0]["data"] == {
            "text/plain": "'slept'"
        }


def test_a_process_holds_nothing_of_the_judging_side(process: SealedProcess) -> None:
    source = (
        "from autograder import check\ncheck('x')\nimport sys\n"
        "print(*(name for name in sys.modules if name.split('.')[0] in {'autograder', 'jsonschema',"
        " 'nbformat', 'nbgrader', 'sqlalchemy', 'solutions'}))"
    )
    said, modules = text(process, source).splitlines()
    assert said == "checks are not run while grading"
    assert {name for name in modules.split() if "." not in name or "drives." not in name} == {
        "autograder",
        "autograder.checking.check",
        "autograder.data",
        "autograder.data.dtypes",
        "autograder.data.inputs",
        "autograder.data.outcomes",
        "autograder.data.sentence",
        "autograder.drives",
        "autograder.errors",
        "autograder.library_use",
        "autograder.library_use.names",
        "autograder.library_use.watch",
        "autograder.running",
        "autograder.running.attempt",
        "autograder.running.caps",
        "autograder.running.cell",
        "autograder.running.limits",
        "autograder.running.notices",
        "autograder.running.recorder",
        "autograder.running.refusals",
        "autograder.running.shell",
        "autograder.sealed",
        "autograder.sealed.inside",
        "autograder.sealed.inside.no_checks",
        "autograder.sealed.wire",
        "autograder.sealed.wire.batch",
        "autograder.sealed.wire.frames",
        "autograder.sealed.wire.messages",
    }


def test_the_environment_holds_nothing_of_the_graders(
    process: SealedProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUTOGRADER_SECRET", "the key")
    names = {"PATH", "HOME", "TMPDIR", "LANG", "PYTHONHASHSEED", "MPLBACKEND", "MPLCONFIGDIR"}
    names |= {"IPYTHONDIR", "TORCHINDUCTOR_CACHE_DIR", "LD_LIBRARY_PATH", "CUDA_VISIBLE_DEVICES"}
    names |= {"OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"}
    environment = plain_seal.clean_environment() | folders.environment(Path("scratch"))
    assert environment.keys() <= names
    assert set(text(process, "import os; print(*os.environ)").split()) <= names


def test_sets_come_in_one_order(process: SealedProcess) -> None:
    assert text(process, "import sys; print(sys.flags.hash_randomization)") == "0\n"


def test_the_folder_holds_the_releases_data_and_nothing_else(
    process: SealedProcess, release: Path
) -> None:
    names = sorted(
        str(path.relative_to(process.folder))
        for path in process.folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    )
    assert names == ["data/rows.csv", "drives.py", "link.csv"]
    assert text(process, "print(open('data/rows.csv').read())") == "1,2\n"
    run(process, "open('data/rows.csv', 'w').write('mine');")
    assert (release / "data" / "rows.csv").read_text() == "1,2"


def test_the_limits_hold(process: SealedProcess) -> None:
    memory = process.run_cell("a cell", "bytearray(3 << 30)", 60)
    assert memory.outputs[0]["ename"] == "MemoryError"
    tensor = process.run_cell("a cell", "import torch; torch.ones(1 << 30)", 60)
    assert tensor.outputs[0]["ename"] == "RuntimeError"
    file = process.run_cell("a cell", "open('large', 'wb').write(bytes(2 << 20))", 60)
    assert file.outputs[0]["ename"] == "OSError"
    output = process.run_cell("a cell", "while True: print('y' * 10_000); 1 / (len(Out) * 0)", 60)
    assert len(output.outputs[0]["text"]) < 11_000
    assert text(process, "import resource as r; print(r.getrlimit(r.RLIMIT_CORE))") == "(0, 0)\n"


def test_the_cpu_limit_holds() -> None:
    with (
        SealedProcess(None, Limits(cpu_seconds=3)) as process,
        refused(Died, "more than 3 s of CPU time"),
    ):
        process.run_cell("a cell", "while True: pass", 60)


def test_what_is_written_below_python_disturbs_nothing(process: SealedProcess) -> None:
    source = "import os\nos.write(1, b'x' * 9999); os.write(2, b'y'); print(os.read(0, 1))"
    assert text(process, source) == "b''\n"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("%pip install nothing", "%pip install nothing"),
        ("!ls -l", "!ls -l"),
        ("found = !ls\nassert found == []", "!ls"),
        ("%%bash\nls\nrm -r x", "%%bash ..."),
        ("assert input('who? ') == ''", "input('who? ')"),
    ],
)
def test_programs_and_questions_are_a_notice(
    process: SealedProcess, source: str, said: str
) -> None:
    assert text(process, source) == f"not run while grading: {said}\n"


def test_control_characters_and_surrogates_cross(process: SealedProcess) -> None:
    assert text(process, "print('\\x00' * 9000, end='')") == "\x00" * 9000
    assert text(process, "print(chr(0xd800), end='')") == "?"


def test_settings_that_json_can_not_hold_are_a_fault_of_ours(process: SealedProcess) -> None:
    with pytest.raises(SealError, match="can't be carried") as caught:
        next(process.ask("f", "drives.py:give", pack([Inputs({"a": {1}}, {})]), 8, lambda: 60))
    assert type(caught.value) is SealError


# A process that plays a part: it starts as an honest one, and after a request does what it is told.

ACTOR = """
import json, os, signal, socket, struct, sys, time

sock = socket.socket(fileno=int(sys.argv[1]))

def read():
    sizes = struct.unpack("<QQ", sock.recv(16, socket.MSG_WAITALL))
    header, body = (size and sock.recv(size, socket.MSG_WAITALL) for size in sizes)
    return json.loads(header)

def write(header, body=b""):
    header = json.dumps(header).encode()
    sock.sendall(struct.pack("<QQ", len(header), len(body)) + header + body)

def ran(request, **changed):
    reply = {"type": "cell", "nonce": request["nonce"], "outputs": [], "failed": False}
    write({**reply, **changed})

request = read()
write({"type": "started", "nonce": request["nonce"], "fault": ""})
request = read()
"""


def play(part: str, before: str = ACTOR, opened: OpenProcesses | None = None) -> SealedProcess:
    seal = PlainSeal([sys.executable, "-S", "-c", before + part])
    limits = Limits(cpu_seconds=7, output_bytes=1000)
    return SealedProcess(None, limits, seal=seal, opened=opened)


def is_gone(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return True
    # Reaped by nobody where the machine's first process doesn't: ended all the same.
    return status.rpartition(")")[2].split()[0] == "Z"


@pytest.mark.parametrize(
    ("part", "error", "said"),
    [
        ("os._exit(3)", Died, "exited with status 3"),
        ("os._exit(12)", Died, "ran out of memory"),
        ("os.abort()", Died, "crashed (Aborted)"),
        ("os.kill(os.getpid(), signal.SIGSEGV)", Died, "crashed (Segmentation fault)"),
        ("os.kill(os.getpid(), 40)", Died, "crashed"),
        ("os.kill(os.getpid(), signal.SIGXCPU)", Died, "more than 7 s of CPU time"),
        ("os.kill(os.getpid(), signal.SIGKILL)", Died, "was killed"),
        ("os.closerange(3, 999); time.sleep(99)", Died, "closed its connection"),
        ("sock.shutdown(socket.SHUT_RDWR); time.sleep(99)", Died, "closed its connection"),
        ("time.sleep(99)", TimedOut, "no answer within 1 s"),
        ("os.kill(os.getpid(), signal.SIGSTOP)", TimedOut, "no answer within 1 s"),
        ("sock.sendall(bytes(8)); time.sleep(99)", TimedOut, "no answer within 1 s"),
        ("sock.sendall(b'garbage' * 9)", ProtocolBroken, "announced"),
        ("sock.sendall(struct.pack('<QQ', 1 << 60, 0))", ProtocolBroken, "announced"),
        ("ran(request, outputs=['x' * (1 << 21)])", ProtocolBroken, "announced"),
        ("write([])", ProtocolBroken, "no JSON object"),
        ("ran(request, nonce='0' * 32)", ProtocolBroken, "another request"),
        ("ran(request, type='outputs')", ProtocolBroken, "type 'outputs'"),
        ("ran(request, score=10)", ProtocolBroken, "form"),
        ("ran(request, failed=None)", ProtocolBroken, "form"),
    ],
)
def test_what_ends_a_process(part: str, error: type[SealError], said: str) -> None:
    process = play(part)
    with pytest.raises(error) as caught:
        process.run_cell("a cell", "", 1 if error is TimedOut else 60)
    assert type(caught.value) is error
    assert said in words_of(caught.value)
    assert is_gone(process.pid)
    assert not process.folder.exists()
    with refused(Died, "ended already"):
        process.run_cell("a cell", "", 60)


def test_speaking_out_of_turn() -> None:
    process = play("ran(request); ran(request); time.sleep(99)")
    with process:
        # The first answer is taken; the second is there before the next question, or answers it.
        assert process.run_cell("a cell", "", 60).outputs == []
        with refused(ProtocolBroken, r"before it was asked|another request"):
            process.run_cell("a cell", "", 60)


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("raise SystemExit(5)", "did not start: The process exited with status 5"),
        (
            ACTOR.replace('"fault": ""', '"fault": "no such device"'),
            "could not be made ready: no such device",
        ),
        (ACTOR.replace('"started"', '"cell"'), "did not start"),
    ],
)
def test_a_process_that_can_not_start_is_a_fault_of_ours(before: str, said: str) -> None:
    with pytest.raises(SealError, match=said) as caught:
        play("", before)
    assert type(caught.value) is SealError


def test_no_python_to_start() -> None:
    with pytest.raises(SealError, match="can't be started") as caught:
        SealedProcess(None, Limits(), seal=PlainSeal(["/nowhere/python"]))
    assert type(caught.value) is SealError


def test_what_a_process_has_started_ends_with_it(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    part = (
        "import subprocess\n"
        "other = subprocess.Popen([sys.executable, '-S', '-c', 'import time; time.sleep(99)'])\n"
        f"open({str(note)!r}, 'w').write(str(other.pid))\n"
        "ran(request); time.sleep(99)"
    )
    process = play(part)
    with process:
        process.run_cell("a cell", "", 60)
        assert not is_gone(int(note.read_text()))
    assert until(lambda: is_gone(int(note.read_text())))


def test_an_interrupt_ends_what_waits_and_blames_nobody() -> None:
    opened = OpenProcesses()
    process = play("open('asked', 'w'); time.sleep(99)", opened=opened)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(process.run_cell, "a cell", "", 60)
        assert until((process.folder / "asked").exists)
        opened.interrupt()
        with pytest.raises(SealError, match="interrupted") as caught:
            waiting.result()
    assert type(caught.value) is SealError
    assert is_gone(process.pid)


def until(condition: Callable[[], bool]) -> bool:
    """Whether it comes true within a while."""
    for _ in range(200):
        if condition():
            return True
        time.sleep(0.05)
    return False


@pytest.fixture
def grader() -> Iterator[subprocess.Popen[str]]:
    """Another grader, busy with a cell that never ends; its first line is its child's id."""
    source = (
        "from autograder.sealed.outside.process import SealedProcess\n"
        "from autograder.running.limits import Limits\n"
        "process = SealedProcess(None, Limits())\n"
        "print(process.pid, process.folder.parent, flush=True)\n"
        "process.run_cell('a cell', 'while True: pass', 60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", source], stdout=subprocess.PIPE, encoding="utf-8"
    ) as grader:
        yield grader
        grader.kill()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the system says when a parent ends on Linux")
def test_a_process_ends_with_its_grader(grader: subprocess.Popen[str]) -> None:
    assert grader.stdout is not None
    pid, folder = grader.stdout.readline().split()
    grader.send_signal(signal.SIGKILL)
    grader.wait()
    assert until(lambda: is_gone(int(pid)))
    # Nobody is left to remove the folder.
    shutil.rmtree(folder)
