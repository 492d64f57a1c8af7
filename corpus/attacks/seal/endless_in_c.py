# ---
# autograder:
#   about: a loop in C that looks at no signal, with all of them blocked
#   gets: 0
#   others: unsolved
# ---
# %%
import signal

signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
sum(range(10**14))
