"""The doctor's attempts to break out of the seal: each is a cell that raises where the seal holds.

`{secret}`, `{tcp}`, `{udp}`, `{abstract}` and `{grader}` are filled in with a file, sockets and a
process that are really there, outside.
"""

from __future__ import annotations

from dataclasses import dataclass

from autograder.words.said import marked

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


_FILES = marked("files")
_NETWORK = marked("network")
_PROCESSES = marked("processes")
_KERNEL = marked("kernel")
_LIMITS = marked("limits")

ATTEMPTS = (
    Attempt(_FILES, marked("read a file of the course"), "open({secret!r}).read()"),
    Attempt(_FILES, marked("read /etc/passwd"), "open('/etc/passwd').read()"),
    Attempt(_FILES, marked("list the grader's files"), "os.listdir('/proc/{grader}/fd')"),
    Attempt(_FILES, marked("write beside that file"), "open({secret!r} + '.new', 'w')"),
    Attempt(_FILES, marked("change Python's packages"), "import torch; open(torch.__file__, 'a')"),
    Attempt(_FILES, marked("make a device"), "os.mknod('null', 0o20666, os.makedev(1, 3))"),
    Attempt(
        _NETWORK, marked("TCP to this machine"), "socket.create_connection(('127.0.0.1', {tcp}), 2)"
    ),
    Attempt(
        _NETWORK,
        marked("UDP to this machine"),
        "s = socket.socket(type=socket.SOCK_DGRAM); s.connect(('127.0.0.1', {udp})); s.send(b'?')",
    ),
    Attempt(
        _NETWORK,
        marked("an abstract socket"),
        "s = socket.socket(socket.AF_UNIX); s.connect('\\0{abstract}')",
    ),
    Attempt(_NETWORK, marked("a netlink socket"), "socket.socket(16, socket.SOCK_RAW)"),
    Attempt(_PROCESSES, marked("signal the grader"), "os.kill({grader}, 0)"),
    Attempt(_PROCESSES, marked("trace the grader"), "call('ptrace', 0x4206, {grader}, 0, 0)"),
    Attempt(_PROCESSES, marked("see other processes"), "os.listdir('/proc/{grader}')"),
    Attempt(_KERNEL, marked("fork"), "os.fork() or os._exit(0)"),
    Attempt(_KERNEL, marked("run a program"), "os.execv('/bin/true', ['true'])"),
    Attempt(_KERNEL, marked("memory shared by a name"), "os.memfd_create('x')", driver=True),
    Attempt(
        _KERNEL, marked("io_uring"), "call('syscall', 425, 1, ctypes.create_string_buffer(120))"
    ),
    Attempt(_KERNEL, marked("namespaces of its own"), "call('unshare', 0x10000000)"),
    Attempt(_KERNEL, marked("change its root folder"), "os.chroot('.')"),
    Attempt(
        _LIMITS,
        marked("raise its own limits"),
        "import resource as r; r.setrlimit(r.RLIMIT_CPU, (r.RLIM_INFINITY, r.RLIM_INFINITY))",
    ),
    Attempt(_LIMITS, marked("more memory than it has"), "bytearray({memory_bytes})"),
    Attempt(
        _LIMITS,
        marked("more files than it has room for"),
        "for n in range(9): open(f'{{n}}', 'wb').write(bytes({scratch_bytes} // 8))",
    ),
    Attempt(
        _LIMITS,
        marked("more threads than it has"),
        "for _ in range({threads}): threading.Thread(target=time.sleep, args=[9]).start()",
    ),
    Attempt(marked("environment"), marked("read the grader's"), "os.environ['{variable}']"),
)
