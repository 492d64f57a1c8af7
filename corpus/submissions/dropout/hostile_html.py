# ---
# autograder:
#   about: right answers, and pages that would run a script in the instructor's browser
# ---
# %%
from IPython.display import HTML, display

display(HTML("<script>alert('scores')</script><img src=x onerror=alert(1)>"))


# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x
        self.mask = (torch.rand(x.shape, generator=generator) >= self.p) / (1 - self.p)
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask

    def _repr_html_(self):
        return "<script>alert('a layer')</script>"


Dropout(0.2)
