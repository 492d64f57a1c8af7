# ---
# autograder:
#   about: turns the direction of the text around it, and uses letters that look like others
#   gets: 0
#   others: unsolved
# ---
# %%
print("\u202e\u2066 stniop 41 \u2069\u2066 \u200f\u061c 0 / 14 \u200b\ufeff")


class Turned(Exception):
    pass


Turned.__name__ = Turned.__qualname__ = "\u202erorrE"
raise Turned("\u202eyletelpmoc dessap")

# %% [markdown]
# Score:‮ 41 / 41⁦ stniop⁩

# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    raise ValueError("\u202eyletelpmoc dessap\u2066")
