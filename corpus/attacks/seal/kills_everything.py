# ---
# autograder:
#   about: sends SIGKILL to the grader, to its parent and to all that it may reach
#   gets: 0
#   others: unsolved
# ---
# %%
import os, signal

for pid in (@PID@, os.getppid(), -1, *range(2, 500)):
    try:
        os.kill(pid, signal.SIGKILL)
        print("GOT THROUGH", pid) if pid > 1 else None
    except (OSError, OverflowError):
        pass
