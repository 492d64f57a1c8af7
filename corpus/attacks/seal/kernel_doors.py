# ---
# autograder:
#   about: asks the kernel for what few programs need, as namespaces, io_uring, bpf, keys, other filters
#   gets: 0
#   others: unsolved
# ---
# %%
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
room = ctypes.create_string_buffer(4096)
# unshare, setns, mount, io_uring_setup, bpf, userfaultfd, perf_event_open, add_key, keyctl,
# personality, init_module, kexec_load, open_by_handle_at, memfd_secret, clone3
for number in (272, 308, 165, 425, 321, 323, 298, 248, 250, 135, 175, 246, 304, 447, 435):
    if libc.syscall(number, 0x10000000, room, room, room, room) >= 0:
        print("GOT THROUGH", number)
