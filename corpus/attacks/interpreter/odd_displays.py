# ---
# autograder:
#   about: displays objects whose forms fail, never end, flood or are no data; its optimizers are right
#   gets: 14
# ---
# %%
class Failing:
    def _repr_html_(self):
        raise SystemExit

    def __repr__(self):
        raise KeyError(self)


Failing()

# %%
class Flooding:
    def _repr_html_(self):
        return "<b>" * 10_000_000

    def __repr__(self):
        return "y" * 10_000_000


Flooding()

# %%
class NoData:
    def _repr_mimebundle_(self, **_):
        itself = {}
        itself["itself"] = itself
        return {"text/html": itself, "text/plain": {1, 2}, 5: b"\xff", "application/json": float("nan")}

    def _repr_png_(self):
        return b"no picture", {"width": object()}


NoData()

# %%
from IPython.display import display

display({"text/plain": object(), "image/png": 5, ("a",): None}, raw=True)

# %%
class Endless:
    def _ipython_display_(self):
        while True:
            pass


Endless()

# %%
get_ipython().display_formatter.format = lambda *_: ({"text/plain": "\ud800"}, None)
5
