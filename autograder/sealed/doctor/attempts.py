"""The doctor's attempts to break out of the seal: each is a cell that raises where the seal holds.

`{secret}`, `{tcp}`, `{udp}`, `{abstract}` and `{grader}` are filled in with a file, sockets and a
process that are really there, outside.
"""

from __future__ import annotations

from dataclasses import dataclass

TOOLS = """
import ctypes, os, socket, threading, time
libc = ctypes.CDLL(None, use_errno=True)

def call(name, *arguments):
    if getattr(libc, name)(*arguments) < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
"""


@dataclass(frozen=True)
class Attempt:
    """One thing to try.

    Args:
        about: what it is about, in a word.
        what: what is tried, in few words.
        source: the cell.
        driver: whether a GPU's driver needs the same, so that it stays open for code on one.
    """

    about: str
    what: str
    source: str
    driver: bool = False


_FILES = "files"
_NETWORK = "network"
_PROCESSES = "processes"
_KERNEL = "kernel"
_LIMITS = "limits"

ATTEMPTS = (
    Attempt(_FILES, "read a file of the course", "open({secret!r}).read()"),
    Attempt(_FILES, "read /etc/passwd", "open('/etc/passwd').read()"),
    Attempt(_FILES, "list the grader's files", "os.listdir('/proc/{grader}/fd')"),
    Attempt(_FILES, "write beside that file", "open({secret!r} + '.new', 'w')"),
    Attempt(_FILES, "change Python's packages", "import torch; open(torch.__file__, 'a')"),
    Attempt(_FILES, "make a device", "os.mknod('null', 0o20666, os.makedev(1, 3))"),
    Attempt(_NETWORK, "TCP to this machine", "socket.create_connection(('127.0.0.1', {tcp}), 2)"),
    Attempt(
        _NETWORK,
        "UDP to this machine",
        "s = socket.socket(type=socket.SOCK_DGRAM); s.connect(('127.0.0.1', {udp})); s.send(b'?')",
    ),
    Attempt(
        _NETWORK,
        "an abstract socket",
        "s = socket.socket(socket.AF_UNIX); s.connect('\\0{abstract}')",
    ),
    Attempt(_NETWORK, "a netlink socket", "socket.socket(16, socket.SOCK_RAW)"),
    Attempt(_PROCESSES, "signal the grader", "os.kill({grader}, 0)"),
    Attempt(_PROCESSES, "trace the grader", "call('ptrace', 0x4206, {grader}, 0, 0)"),
    Attempt(_PROCESSES, "see other processes", "os.listdir('/proc/{grader}')"),
    Attempt(_KERNEL, "fork", "os.fork() or os._exit(0)"),
    Attempt(_KERNEL, "run a program", "os.execv('/bin/true', ['true'])"),
    Attempt(_KERNEL, "memory shared by a name", "os.memfd_create('x')", driver=True),
    Attempt(_KERNEL, "io_uring", "call('syscall', 425, 1, ctypes.create_string_buffer(120))"),
    Attempt(_KERNEL, "namespaces of its own", "call('unshare', 0x10000000)"),
    Attempt(_KERNEL, "change its root folder", "os.chroot('.')"),
    Attempt(
        _LIMITS,
        "raise its own limits",
        "import resource as r; r.setrlimit(r.RLIMIT_CPU, (r.RLIM_INFINITY, r.RLIM_INFINITY))",
    ),
    Attempt(_LIMITS, "more memory than it has", "bytearray({memory_bytes})"),
    Attempt(
        _LIMITS,
        "more files than it has room for",
        "for n in range(9): open(f'{{n}}', 'wb').write(bytes({scratch_bytes} // 8))",
    ),
    Attempt(
        _LIMITS,
        "more threads than it has",
        "for _ in range({threads}): threading.Thread(target=time.sleep, args=[9]).start()",
    ),
    Attempt("environment", "read the grader's", "os.environ['{variable}']"),
)
