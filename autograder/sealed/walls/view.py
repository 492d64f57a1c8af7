"""What of the file system a sealed process sees: Python, its packages, and this package.

bubblewrap makes the view around the warm process: everything in it is read-only, and what is not
in it is not there.
"""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import autograder
from autograder.sealed.walls import gpu_driver

PROGRAM = "bwrap"

DEVICES = (Path("/dev/null"), Path("/dev/zero"), Path("/dev/urandom"))
SCRATCH = Path("/scratch")
"""Where each child's private folder is, in a view of its own."""

_PROCESSES = Path("/proc")
_LIBRARIES = ("/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/local/lib", "/etc/ld.so.cache")
# A fork's memory is cheaper in huge pages, and this is where the C library learns of them.
_HUGE_PAGES = "/sys/kernel/mm/transparent_hugepage"
_UNDER_A_PREFIX = ("bin", "lib", "lib64", "pyvenv.cfg")


def readable(device: str = "cpu") -> list[Path]:
    """The folders and files that Python needs to run and to find its packages.

    Args:
        device: where the code computes; a GPU's driver reads files of its own.
    """
    prefixes = {Path(sys.prefix), Path(sys.base_prefix), Path(sys.base_exec_prefix)} - {
        Path("/usr")
    }
    paths = [Path(path) for path in (*_LIBRARIES, _HUGE_PAGES)]
    paths += [prefix / name for prefix in sorted(prefixes) for name in _UNDER_A_PREFIX]
    paths += [Path(sysconfig.get_path(name)) for name in ("stdlib", "purelib", "platlib")]
    paths += [Path(autograder.__file__).parent, *_interpreters()]
    if device == "cuda":
        paths += gpu_driver.readable()
    return _outermost(path for path in paths if path.exists())


def _outermost(paths: Iterable[Path]) -> list[Path]:
    """`paths`, each once, and none that lies in a folder that comes before it."""
    kept: list[Path] = []
    for path in paths:
        if not {path, *path.parents} & {*kept}:
            kept.append(path)
    return kept


def _interpreters() -> Iterator[Path]:
    """The program that runs, and what its links lead to: a folder of programs has others too."""
    path = Path(sys.executable)
    yield path
    while path.is_symlink():
        path = path.parent / path.readlink()
        yield path


def is_there() -> bool:
    """Whether bubblewrap is installed."""
    return shutil.which(PROGRAM) is not None


def bubblewrap(command: Sequence[str], device: str = "cpu") -> list[str]:
    """`command`, run in a view of its own, and ended with the thread that starts it.

    Args:
        command: what to run.
        device: where the code computes, "cpu" or "cuda".
    """
    program = shutil.which(PROGRAM) or PROGRAM
    # Not --unshare-user for root: it would stay root to the kernel. Not --dev: it takes the right
    # to go back to a namespace away. The warm process covers /proc itself.
    wrapped = [program, "--die-with-parent", "--new-session"]
    wrapped += ["--unshare-net", "--unshare-ipc", "--unshare-uts"]
    if device == "cpu":  # a GPU's driver looks for its threads in /proc, by the numbers they have
        wrapped += ["--unshare-pid"]
    if os.getuid() == 0:
        wrapped += ["--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    paths = [path for path in readable(device) if _PROCESSES not in path.parents]
    devices = [*DEVICES, *(gpu_driver.devices() if device == "cuda" else ())]
    # Folders that bubblewrap makes on its way to others can be entered by their owner alone.
    for parent in sorted({parent for path in [*paths, *devices] for parent in path.parents}):
        wrapped += ["--dir", str(parent)]
    for path in paths:
        wrapped += _shown(path)
    for node in devices:
        wrapped += ["--dev-bind", str(node), str(node)]
    wrapped += ["--bind", str(_PROCESSES), str(_PROCESSES), "--dir", str(SCRATCH)]
    return [*wrapped, "--", *command]


def _shown(path: Path) -> list[str]:
    if path.is_symlink():
        return ["--symlink", str(path.readlink()), str(path)]
    return ["--ro-bind", str(path), str(path)]
