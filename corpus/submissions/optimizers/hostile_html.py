# ---
# autograder:
#   about: right answers, and pages that would run a script in the instructor's browser
# ---
# %%
from IPython.display import HTML, SVG, display

display(HTML("<script>fetch('/api/contents').then(r => alert('scores'))</script>"))
display(HTML("<img src=x onerror=alert(1)></table></div><h1>10 / 10 points</h1>"))
display(SVG("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"))

# %% [markdown]
# <script>alert("from a Markdown cell")</script>

# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        for name in params:
            params[name] -= self.lr * grads[name]


display({"text/html": "<iframe src='javascript:alert(1)'></iframe>"}, raw=True)

# %% solution="decayed_rate"
class Rate(float):
    def _repr_html_(self):
        return "<script>alert('a rate')</script>"


def decayed_rate(eta0, t, n):
    return Rate(eta0 * 10 ** (-t / n))


decayed_rate(0.1, 5, 10)
