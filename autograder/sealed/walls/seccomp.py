"""seccomp: the system calls that code in a notebook has a use for; every other one is refused.

The filter is compiled on the grader's side, by libseccomp through pyseccomp; what goes to a sealed
process is a few hundred instructions for the kernel, put on with two calls.
"""

from __future__ import annotations

import ctypes
import errno
import tempfile
from typing import Any

from autograder.sealed.walls import gpu_driver, syscalls

_MODE_FILTER = 2
_INSTRUCTION = 8

_THREAD = 0x00010000
_NEW_NAMESPACES = 0x7E020080
_UNIX = 1
_KIND_OF_SOCKET = 0xF
_STREAM, _SEQPACKET = 1, 5

_NAMES = """
    read write readv writev pread64 pwrite64 preadv pwritev preadv2 pwritev2 lseek close
    close_range open openat openat2 creat stat lstat fstat newfstatat statx statfs fstatfs
    access faccessat faccessat2 readlink readlinkat getdents64 getcwd chdir fchdir mkdir
    mkdirat rmdir unlink unlinkat rename renameat renameat2 truncate ftruncate fallocate chmod
    fchmod fchmodat fchmodat2 umask utime utimes utimensat futimesat link linkat symlink
    symlinkat fsync fdatasync flock fadvise64 copy_file_range sendfile dup dup2 dup3 fcntl
    ioctl pipe pipe2 poll ppoll select pselect6 epoll_create epoll_create1 epoll_ctl
    epoll_wait epoll_pwait epoll_pwait2 eventfd eventfd2 timerfd_create timerfd_settime
    timerfd_gettime recvfrom recvmsg recvmmsg sendto sendmsg sendmmsg shutdown getsockopt
    setsockopt getsockname getpeername getxattr lgetxattr fgetxattr listxattr llistxattr
    flistxattr brk mmap munmap mremap mprotect madvise msync mincore mlock munlock membarrier
    futex futex_waitv set_robust_list get_robust_list rseq set_tid_address arch_prctl
    rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending rt_sigtimedwait rt_sigsuspend
    sigaltstack alarm setitimer getitimer timer_create timer_settime timer_gettime
    timer_delete timer_getoverrun restart_syscall pause nanosleep clock_nanosleep
    clock_gettime clock_getres gettimeofday time times getpid getppid gettid getuid geteuid
    getgid getegid getgroups getresuid getresgid getpgrp getpgid getsid capget getrusage
    sysinfo uname getrandom getcpu getpriority setpriority sched_yield sched_getaffinity
    sched_setaffinity sched_getparam sched_getscheduler sched_get_priority_max
    sched_get_priority_min getrlimit setrlimit prlimit64 wait4 waitid exit exit_group
"""
ALLOWED = tuple(_NAMES.split())
"""Also: threads (but no process), and pairs of sockets that know each other alone."""


def compile_filter(*, alone: bool, device: str = "cpu") -> bytes:
    """The filter as a program for the kernel of this machine.

    Args:
        alone: whether the process is the only one that it could send a signal to. Else it may
            send none, and a program that aborts itself ends as one that crashed otherwise.
        device: where the code computes, "cpu" or "cuda".

    Raises:
        RuntimeError, ImportError: where libseccomp or pyseccomp is not there.
    """
    import pyseccomp as seccomp

    rules = seccomp.SyscallFilter(seccomp.ERRNO(errno.EPERM))
    signals = ("tgkill", "kill", "tkill") if alone else ()
    for name in [*ALLOWED, *signals, *(gpu_driver.CALLS if device == "cuda" else ())]:
        # Not every machine has every call.
        if seccomp.resolve_syscall(seccomp.system_arch(), name) >= 0:
            rules.add_rule(seccomp.ALLOW, name)
    of_a_thread = seccomp.Arg(0, seccomp.MASKED_EQ, _THREAD | _NEW_NAMESPACES, _THREAD)
    rules.add_rule(seccomp.ALLOW, "clone", of_a_thread)
    # Its flags lie in memory, where no filter can look; who is told that there is no such call
    # uses clone.
    rules.add_rule(seccomp.ERRNO(errno.ENOSYS), "clone3")
    # Not datagrams: one of such a pair sends to any socket that has a path.
    for kind in (_STREAM, _SEQPACKET):
        rules.add_rule(seccomp.ALLOW, "socketpair", *_unix_socket(kind))
    if device == "cuda":
        rules.add_rule(seccomp.ALLOW, "socket", *_unix_socket(_SEQPACKET))
    # It ends with the process that has started it, and can't change that.
    rules.add_rule(seccomp.ALLOW, "prctl", seccomp.Arg(0, seccomp.NE, syscalls.PR_SET_PDEATHSIG))
    with tempfile.TemporaryFile() as file:
        rules.export_bpf(file)
        file.seek(0)
        return file.read()


def _unix_socket(kind: int) -> tuple[Any, ...]:
    import pyseccomp as seccomp

    # Beside its kind, the argument says how the descriptor behaves.
    of_this_kind = seccomp.Arg(1, seccomp.MASKED_EQ, _KIND_OF_SOCKET, kind)
    return seccomp.Arg(0, seccomp.EQ, _UNIX), of_this_kind


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def install(program: bytes) -> None:
    """Puts the filter on this process for good; it needs no_new_privs."""
    structure = _Program(len(program) // _INSTRUCTION, program)
    syscalls.prctl(syscalls.PR_SET_SECCOMP, _MODE_FILTER, ctypes.addressof(structure))
