"""What NVIDIA's driver needs of the system: devices, files, system calls.

The driver documents none of it. This is what others found who shut CUDA in: the devices are those
that NVIDIA's container toolkit hands on, the files those of snapd's rules for OpenGL and CUDA, and
that a thread's name and an abstract socket are not to be refused was learned by sandboxes for which
`cuInit` failed with "OS call failed".
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

CALLS = ("memfd_create", "bind", "listen", "mlock2", "mbind", "get_mempolicy", "set_mempolicy")
"""System calls beside those of any notebook. It also listens on a socket of its own: `connect` and
`accept` are not among them, so that nobody speaks through it.
"""

OWN_THREADS = Path("/proc/self/task")
"""Where it writes the names of its threads; a process has to open it for itself."""

_LIBRARY = "libcuda.so.1"
# Not nvidia-modeset, which is for screens.
_DEVICES = ("nvidia[0-9]*", "nvidiactl", "nvidia-uvm", "nvidia-uvm-tools", "nvidia-caps")
_READ = (
    *("/proc/self", "/proc/driver/nvidia", "/proc/driver/nvidia-uvm", "/proc/devices"),
    *("/proc/modules", "/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/proc/filesystems"),
    *("/proc/sys/vm/mmap_min_addr", "/proc/sys/vm/overcommit_memory"),
    *("/sys/devices/system/cpu", "/sys/devices/system/memory", "/sys/devices/system/node"),
    *("/sys/bus/pci/devices", "/sys/module/nvidia", "/sys/module/nvidia_uvm"),
)


def devices(dev: Path = Path("/dev")) -> list[Path]:
    """The devices that are there, and the folder of those for parts of a GPU."""
    return [path for pattern in _DEVICES for path in sorted(dev.glob(pattern))]


def readable() -> list[Path]:
    """The files that it reads, and the folders of its libraries; not all need be there."""
    gpus = Path("/proc/driver/nvidia/gpus")
    buses = sorted(path.name for path in gpus.iterdir()) if gpus.is_dir() else []
    # What lies there are links; rules are about what they lead to.
    cards = [Path("/sys/bus/pci/devices", bus).resolve() for bus in buses]
    return [*map(Path, _READ), *cards, *_libraries()]


def _libraries() -> Iterator[Path]:
    for folder in os.environ.get("LD_LIBRARY_PATH", "").split(os.pathsep):
        if folder and Path(folder, _LIBRARY).exists():
            yield Path(folder).resolve()
    program = shutil.which("ldconfig", path=os.pathsep.join([os.defpath, "/sbin", "/usr/sbin"]))
    if program is None:
        return
    listing = os.fsdecode(subprocess.run([program, "-p"], capture_output=True, check=False).stdout)
    for line in listing.splitlines():
        name, _, path = line.partition(" => ")
        if name.split()[:1] == [_LIBRARY]:
            yield Path(path).parent
            yield Path(path).resolve().parent
