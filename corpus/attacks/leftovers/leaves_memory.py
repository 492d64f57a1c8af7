# ---
# autograder:
#   about: leaves names, segments and queues in memory that outlives a process
#   gets: 0
#   tools: traces.py
#   others: unsolved
# ---
# %%
import ctypes
import mmap
from multiprocessing import shared_memory

libc = ctypes.CDLL(None, use_errno=True)
KEY = 0x14141414

# %%
try:
    shared_memory.SharedMemory(MARK, create=True, size=16)
    told("shared memory")
except OSError:
    pass

# %%
for made in (libc.shmget(KEY, 16, 0o1666), libc.semget(KEY, 1, 0o1666), libc.msgget(KEY, 0o1666)):
    if made >= 0:
        told("System V")

# %%
if libc.mq_open(b"/autograder_attack", os.O_CREAT | os.O_RDWR, 0o666, None) >= 0:
    told("a queue")
if libc.syscall(248, b"user", MARK.encode(), b"1", 1, -4) >= 0:
    told("the kernel's keys")

# %%
import torch

with open(torch.__file__, "rb") as file:
    private = mmap.mmap(file.fileno(), 16, access=mmap.ACCESS_COPY)
    private[:4] = b"1/0\n"
    try:
        mmap.mmap(file.fileno(), 16)[:4] = b"1/0\n"
        told("a package's file")
    except (OSError, TypeError):
        pass
