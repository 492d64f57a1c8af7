"""The walls for code on a GPU: what its driver asks for is there, and no more than that.

No GPU is needed for it. What only the driver itself can show is in `tests/whole/test_gpu.py`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import torch

from autograder.errors import SealError
from autograder.running.cell import CellRun
from autograder.running.limits import Limits
from autograder.sealed.inside import warming
from autograder.sealed.outside.process import SealedProcess
from autograder.sealed.outside.seal import Tier

Require = Callable[[object, str], None]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="walls are Linux's")


@pytest.fixture(scope="module")
def process(require: Require) -> Iterator[SealedProcess]:
    """A process behind the walls for a GPU that computes on the CPU."""
    from autograder.sealed.outside.warm_seal import WarmSeal

    seal = WarmSeal(Tier.GPU, "cuda")
    try:
        with SealedProcess(None, Limits(), seal=seal) as process:
            yield process
    except SealError as error:
        require(False, f"there are no walls for a GPU here: {error}")
    finally:
        seal.close()


def run(process: SealedProcess, source: str) -> CellRun:
    return process.run_cell("a cell", source, 30)


NAMES_A_THREAD = """
import ctypes, threading
end = threading.Event()
thread = threading.Thread(target=end.wait)
thread.start()
# What pthread_setname_np does for another thread, by its number in this process.
with open(f"/proc/self/task/{thread.native_id}/comm", "r+") as file:
    file.write("cuda-EvtHandlr")
print(open(f"/proc/self/task/{thread.native_id}/comm").read())
end.set()
"""

LISTENS = """
import os, socket
listening = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET | socket.SOCK_CLOEXEC)
listening.bind(f"\\0cuda-uvmfd-{os.stat('/proc/self/ns/pid').st_ino}-{os.getpid()}")
listening.listen()
"""


@pytest.mark.parametrize(
    "source",
    [
        NAMES_A_THREAD,
        LISTENS,
        "import os; os.ftruncate(os.memfd_create('x'), 1 << 20)",
        "open('/proc/self/maps').read(), open('/proc/self/status').read()",
        "open('/proc/devices').read(), open('/proc/sys/vm/mmap_min_addr').read()",
        "open('/proc/meminfo').read(), open('/proc/cpuinfo').read()",
        "import os; os.listdir('/sys/devices/system/node')",
    ],
)
def test_what_the_driver_asks_for_is_there(process: SealedProcess, source: str) -> None:
    done = run(process, source)
    assert not done.failed, done.outputs


@pytest.mark.parametrize(
    "source",
    [
        f"{LISTENS}\nlistening.accept()",
        "import socket; socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)",
        "import socket; socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)",
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_STREAM)",
        "open('/proc/GRADER/status')",
        "open('/proc/GRADER/comm', 'w')",
        "import os; os.listdir('/proc')",
        "open('/proc/self/oom_score_adj', 'w')",
        "open('/proc/sys/vm/mmap_min_addr', 'w')",
        "import os; os.listdir('/dev/shm')",
    ],
)
def test_nothing_else_is(process: SealedProcess, source: str) -> None:
    done = run(process, source.replace("GRADER", str(os.getpid())))
    assert done.failed
    assert done.outputs[-1]["ename"] in ("PermissionError", "FileNotFoundError")


def python(code: str, **environment: str) -> str:
    """What a new Python prints that runs `code`."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=os.environ | environment,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_device_takes_commands_where_it_may_be_driven_alone(require: Require) -> None:
    from autograder.sealed.walls import landlock

    require(landlock.version() >= 5, "this kernel's Landlock knows no commands to devices")
    # The terminals' device and its like: who may read it may not yet command it.
    printed = python("""
import fcntl, os
from pathlib import Path
from autograder.sealed.walls import landlock, syscalls

syscalls.prctl(syscalls.PR_SET_NO_NEW_PRIVS, 1)
landlock.restrict([Path("/dev/zero"), Path("/usr"), Path("/lib")], [], [Path("/dev/full")])
for device in ("/dev/zero", "/dev/full"):
    with open(device, "rb") as file:
        try:
            fcntl.ioctl(file, 0x46)
        except OSError as error:
            print(error.strerror)
""")
    assert printed == "Permission denied\nInappropriate ioctl for device\n"


def test_devices_are_those_that_compute(tmp_path: Path) -> None:
    from autograder.sealed.walls import gpu_driver

    there = ["nvidia0", "nvidia10", "nvidia-uvm", "nvidia-uvm-tools", "nvidiactl"]
    for name in [*there, "nvidia-modeset", "null", "dri"]:
        (tmp_path / name).touch()
    (tmp_path / "nvidia-caps").mkdir()
    assert {path.name for path in gpu_driver.devices(tmp_path)} == {*there, "nvidia-caps"}


def test_libraries_are_found_where_the_loader_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from autograder.sealed.walls import gpu_driver

    (tmp_path / "libcuda.so.1").touch()
    monkeypatch.setenv("LD_LIBRARY_PATH", f"/nowhere:{tmp_path}")
    assert tmp_path.resolve() in gpu_driver.readable()
    assert Path("/nowhere") not in gpu_driver.readable()


def test_the_view_for_a_gpu_shows_its_devices_and_the_same_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, require: Require
) -> None:
    import shutil

    from autograder.sealed.walls import gpu_driver, view

    require(shutil.which("bwrap"), "bubblewrap is not installed: apt install bubblewrap")
    monkeypatch.setattr(gpu_driver, "devices", lambda: [tmp_path / "nvidiactl"])
    for_cpu, for_gpu = (view.bubblewrap(["true"], device) for device in ("cpu", "cuda"))
    assert str(tmp_path / "nvidiactl") in for_gpu
    assert str(tmp_path / "nvidiactl") not in for_cpu
    assert ("--unshare-pid" in for_cpu, "--unshare-pid" in for_gpu) == (True, False)
    # What lies in /proc is there with all of it: no mount of its own may hide the rest.
    assert [word for word in for_gpu if word.startswith("/proc")] == ["/proc", "/proc"]


# A fork can use CUDA where the process that it comes from never has.


@pytest.mark.parametrize("device", ["cpu", "cuda"])
def test_who_has_opened_the_driver_is_not_forked(
    device: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warming, "_DEVICES", str(tmp_path / "nvidia"))
    warming.stay_forkable(device)
    with (tmp_path / "nvidiactl").open("w"):
        if device == "cpu":
            warming.stay_forkable(device)
            return
        with pytest.raises(RuntimeError, match="nvidiactl"):
            warming.stay_forkable(device)


def test_who_has_begun_with_cuda_is_not_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_initialized", lambda: True)
    warming.stay_forkable("cpu")
    with pytest.raises(RuntimeError, match="by torch"):
        warming.stay_forkable("cuda")


def test_no_backward_pass_warms_what_forks_for_a_gpu() -> None:
    # It would count the GPUs and start a thread for each.
    printed = python("""
import torch
from autograder.sealed.inside.warming import warm_cells

passes = []
torch.Tensor.backward = lambda loss: passes.append(loss)
for device in ("cuda", "cpu"):
    warm_cells(device).close()
    print(device, len(passes))
""")
    assert printed == "cuda 0\ncpu 1\n"


@pytest.mark.parametrize(("device", "seen"), [("cpu", ""), ("cuda", "1")])
def test_only_what_forks_for_a_gpu_sees_one(device: str, seen: str) -> None:
    from autograder.sealed.outside import warm_seal

    environment = {"CUDA_VISIBLE_DEVICES": "1"} | warm_seal._VISIBLE[device]
    assert environment["CUDA_VISIBLE_DEVICES"] == seen


# Memory, where the address space can't be what is counted.

ALLOCATES = """
import mmap
from autograder.running.limits import Limits

reserved = mmap.mmap(-1, 1 << 40, prot=mmap.PROT_READ, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
taken = bytearray(300 << 20)
Limits(memory_bytes=256 << 20).apply("cuda")
first = mmap.mmap(-1, 1 << 40, prot=mmap.PROT_READ, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
second = bytearray(200 << 20)
try:
    third = bytearray(100 << 20)
except MemoryError:
    print("no more")
"""


def test_what_is_allocated_is_counted_and_what_is_reserved_is_not() -> None:
    assert python(ALLOCATES) == "no more\n"
