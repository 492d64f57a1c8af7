"""Each wall by itself: what goes through without it, and does not with it."""

from __future__ import annotations

import os
import platform
import socket
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

Require = Callable[[object, str], None]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="walls are Linux's")

TOOLS = """
import ctypes, os, resource, socket, sys, threading, time
from pathlib import Path
from autograder.sealed.walls import landlock, namespaces, privileges, seccomp, syscalls

def held(attempt, error=OSError):
    try:
        attempt()
    except error:
        return True
    return False
"""


def said(code: str, *arguments: object) -> str:
    """What a Python says that puts a wall up around itself; it says `done` where all goes well."""
    done = subprocess.run(
        [sys.executable, "-c", TOOLS + textwrap.dedent(code), *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret"
    path.write_text("42")
    return path


# Landlock.


@pytest.fixture
def landlock(require: Require) -> None:
    from autograder.sealed.walls import landlock

    require(landlock.version() >= 1, "this kernel has no Landlock")


@pytest.mark.usefixtures("landlock")
def test_landlock_holds_files_to_what_is_named(tmp_path: Path, secret: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    code = """
        secret, own = map(Path, sys.argv[1:])
        assert secret.read_text() == "42"
        privileges.drop()
        landlock.restrict([Path("/usr"), Path("/not there")], [own])
        assert held(secret.read_text) and held(lambda: os.listdir(secret.parent))
        assert held(lambda: (secret.parent / "new").touch())
        assert held(lambda: os.truncate(secret, 0)) or landlock.version() < 3
        (own / "new").write_text("mine")
        assert (own / "new").read_text() == "mine"
        assert held(lambda: os.mkfifo(own / "pipe"))
        print("done")
    """
    assert said(code, secret, own) == "done\n"
    assert secret.read_text() == "42"


@pytest.mark.usefixtures("landlock")
def test_landlock_holds_tcp_signals_and_abstract_sockets(require: Require) -> None:
    from autograder.sealed.walls import landlock

    require(landlock.version() >= 6, f"Landlock is of version {landlock.version()}, not 6")
    with socket.create_server(("127.0.0.1", 0)) as tcp, socket.socket(socket.AF_UNIX) as abstract:
        name = f"autograder-test-{os.getpid()}"
        abstract.bind(f"\0{name}")
        abstract.listen()
        code = """
            port, name, pid = sys.argv[1:]
            def tcp(): socket.create_connection(("127.0.0.1", int(port)), 2)
            def abstract(): socket.socket(socket.AF_UNIX).connect("\\0" + name)
            def signal(): os.kill(int(pid), 0)
            assert not any(map(held, (tcp, abstract, signal)))
            privileges.drop()
            landlock.restrict([], [])
            assert all(map(held, (tcp, abstract, signal)))
            print("done")
        """
        assert said(code, tcp.getsockname()[1], name, os.getpid()) == "done\n"


# seccomp.


@pytest.fixture
def program(require: Require) -> str:
    from autograder.sealed.walls import seccomp

    try:
        return seccomp.compile_filter(alone=False).hex()
    except (ImportError, RuntimeError) as error:
        require(False, f"libseccomp or pyseccomp is not installed: {error}")
        raise


def test_the_filter_lets_threads_through_and_no_process(program: str) -> None:
    code = """
        privileges.drop()
        seccomp.install(bytes.fromhex(sys.argv[1]))
        thread = threading.Thread(target=print, args=["a thread"])
        thread.start()
        thread.join()
        assert held(os.fork) and held(lambda: os.execv("/bin/true", ["true"]))
        assert held(lambda: os.posix_spawn("/bin/true", ["true"], {}))
        print("done")
    """
    assert said(code, program) == "a thread\ndone\n"


def test_the_filter_refuses_what_no_notebook_needs(program: str) -> None:
    code = """
        def call(number, *arguments): return lambda: syscalls.syscall(number, *arguments)
        attempts = [
            lambda: os.memfd_create("x"),
            lambda: socket.socket(),
            lambda: socket.socket(socket.AF_UNIX),
            lambda: os.kill(os.getpid(), 0),
            lambda: os.mknod("x"),
            lambda: syscalls.unshare(0),
            lambda: syscalls.prctl(syscalls.PR_SET_PDEATHSIG, 0),
            call(425, 1, ctypes.create_string_buffer(120)),
        ]
        privileges.drop()
        seccomp.install(bytes.fromhex(sys.argv[1]))
        assert [held(attempt) for attempt in attempts] == [True] * len(attempts)
        socket.socketpair()
        print("done")
    """
    assert said(code, program) == "done\n"


def test_there_is_no_clone3(program: str) -> None:
    code = """
        import errno
        privileges.drop()
        seccomp.install(bytes.fromhex(sys.argv[1]))
        try:
            syscalls.syscall(435, ctypes.create_string_buffer(88), ctypes.c_size_t(88))
        except OSError as error:
            print(errno.errorcode[error.errno])
    """
    assert said(code, program) == "ENOSYS\n"


# Privileges and limits.


def test_privileges_are_dropped_for_good(secret: Path) -> None:
    code = """
        privileges.drop()
        status = Path("/proc/self/status").read_text()
        fields = dict(line.split(":", 1) for line in status.splitlines())
        print(fields["CapEff"].strip(), fields["CapPrm"].strip(), fields["NoNewPrivs"].strip())
        os.chmod(sys.argv[1], 0)
        assert held(lambda: os.chroot("."))
        assert held(lambda: os.setuid(0)) or os.getuid() == 0
    """
    nothing = "0" * 16
    assert said(code, secret) == f"{nothing} {nothing} 1\n"


# Namespaces.


@pytest.fixture
def users(require: Require) -> None:
    done = subprocess.run(
        [sys.executable, "-c", TOOLS + "namespaces.enter()"], capture_output=True, check=False
    )
    require(done.returncode == 0, "user namespaces are switched off")


@pytest.mark.usefixtures("users")
def test_a_process_in_namespaces_of_its_own_is_alone() -> None:
    code = """
        folder = Path(sys.argv[1])

        def live():
            assert os.getpid() == 1
            namespaces.cut_off()
            namespaces.mount_private(folder, 1 << 20)
            assert list(folder.iterdir()) == []
            assert held(lambda: (folder / "large").write_bytes(bytes(2 << 20)))
            assert held(lambda: [(folder / str(n)).touch() for n in range(1000)])
            assert held(lambda: socket.socket().connect(("127.0.0.1", 1)))
            namespaces.disown()
            resource.setrlimit(resource.RLIMIT_NPROC, (3, 3))
            assert held(threads, RuntimeError)
            privileges.drop()
            assert held(lambda: namespaces.mount_private(folder, 1 << 20))
            os._exit(0)

        def threads():
            for _ in range(5):
                threading.Thread(target=time.sleep, args=[1], daemon=True).start()

        namespaces.enter()
        assert os.getpid() == 1 and os.getuid() != 0
        space = namespaces.ProcessSpace()
        assert os.listdir("/proc") == []
        for _ in range(2):
            with space.new():
                child = os.fork() or live()
            assert os.waitpid(child, 0)[1] == 0
        print("done")
    """
    # Not pytest's own folder, which nobody but its user may enter.
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "covered").touch()
        Path(folder).chmod(0o755)
        assert said(code, folder) == "done\n"
        assert [path.name for path in Path(folder).iterdir()] == ["covered"]


def test_the_machine_is_one_that_capabilities_are_known_on() -> None:
    from autograder.sealed.walls import privileges

    assert platform.machine() in privileges._CAPSET
