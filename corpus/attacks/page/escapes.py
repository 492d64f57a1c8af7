# ---
# autograder:
#   about: prints what moves a terminal's cursor, sets its title, links and clears it, and half a colour
#   gets: 0
#   others: unsolved
# ---
# %%
import sys

print("\x1b[38m \x1b[48;5m \x1b[38;2;1m half a colour")
print("\x1b]0;title\x07 \x1b]8;;http://127.0.0.1\x1b\\link\x1b]8;;\x1b\\ \x1b]52;c;ZXZpbA==\x07")
print("\x1b[2J\x1b[1;1H\x1b[?1049h\x1b[6n\x1bc\x1b(0 \x9b2J \x90q\x9c \x05 \x07\x08\x08\x08")
print("\x1bP$qm\x1b\\ \x1b_Ga=T;AAAA\x1b\\ \x1b^evil\x1b\\ \x1b[>c \x1b[5i", file=sys.stderr)

# %%
class Moved:
    def __repr__(self):
        return "\x1b[1A\x1b[2K14.0 \x1b[38m"


Moved()

# %%
raise ValueError("\x1b[38m \x1b]0;title\x07 \x1b[2J")
