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
