# %% [markdown]
# # Optimizers
#
# You write three optimizers and see what each one changes. All of them have the same interface, so
# that they can take each other's place in a training loop:
#
# - the constructor gets the hyper-parameters by name; the learning rate stays in the attribute
#   `lr`, and whoever uses the optimizer may change it between two calls;
# - `update(params, grads)` takes one step. Both are dictionaries from names to tensors. It changes
#   the tensors of `params` in place (or binds `params[name]` anew), leaves `grads` as they are, and
#   returns nothing. Every call has the same names; shapes and dtypes stay what they are.

# %% locked="setup"
try:
    import torch
    from torch import Tensor

    from autograder import check
except ModuleNotFoundError as missing:
    raise SystemExit(
        f"This notebook needs the package {missing.name!r}. In a terminal, install the .whl file "
        "that your course hands out with `pip install FILE.whl`, then restart the kernel."
    ) from None

# %% [markdown]
# ## 1. Stochastic gradient descent
#
# Every parameter takes a step against its gradient $g$:
#
# $$w \leftarrow w - \eta\, g$$
#
# By hand, with $w = 1$, $\eta = 0.1$ and the gradients $2$, then $-1$: $w$ becomes $0.8$, then
# $0.9$.


# %% solution="sgd"
class SGD:
    """Stochastic gradient descent: w ← w − lr · g."""

    def __init__(self, lr: float) -> None:
        self.lr = lr

    def update(self, params: dict[str, Tensor], grads: dict[str, Tensor]) -> None:
        """Takes one step on every tensor of `params`, in place."""
        ### BEGIN SOLUTION
        for name, g in grads.items():
            params[name] -= self.lr * g
        ### END SOLUTION


# %% check="sgd"

# %% [markdown]
# ## 2. Momentum
#
# A velocity $m$ gathers past steps, so that the path keeps its direction where gradients agree and
# calms down where they alternate:
#
# $$m \leftarrow \beta m + \eta\, g, \qquad w \leftarrow w - m$$
#
# **Convention.** $m$ starts at zero, one for each name. The learning rate stands *inside* the
# velocity, with the value that `lr` has at that step. (PyTorch keeps it outside.)
#
# By hand, with $w = 1$, $\eta = 0.1$, $\beta = 0.9$ and the gradients $2$, then $-1$: $m$ is $0.2$,
# then $0.08$; $w$ becomes $0.8$, then $0.72$.


# %% solution="momentum"
class Momentum:
    """Momentum: m ← beta · m + lr · g, then w ← w − m."""

    def __init__(self, lr: float, beta: float) -> None:
        self.lr = lr
        self.beta = beta
        ### BEGIN SOLUTION
        self.m: dict[str, Tensor] = {}
        ### END SOLUTION

    def update(self, params: dict[str, Tensor], grads: dict[str, Tensor]) -> None:
        """Takes one step on every tensor of `params`, in place."""
        ### BEGIN SOLUTION
        for name, g in grads.items():
            m = self.m.get(name, torch.zeros_like(g))
            self.m[name] = self.beta * m + self.lr * g
            params[name] -= self.m[name]
        ### END SOLUTION


# %% check="momentum"

# %% [markdown]
# ## 3. Adam
#
# Adam keeps a running mean of the gradient and one of its square, and corrects both for their start
# at zero (Kingma & Ba, 2015, Algorithm 1):
#
# $$m \leftarrow \beta_1 m + (1-\beta_1)\, g, \qquad s \leftarrow \beta_2 s + (1-\beta_2)\, g^2$$
#
# $$\hat m = \frac{m}{1-\beta_1^t}, \qquad \hat s = \frac{s}{1-\beta_2^t}, \qquad
# w \leftarrow w - \eta\, \frac{\hat m}{\sqrt{\hat s} + \varepsilon}$$
#
# **Convention.** $t$ counts calls of `update` and is 1 at the first one. $\varepsilon$ stands
# outside the root. One $m$ and one $s$ for each name, both zero at the start.
#
# By hand: whatever the first gradient, the first step has the size $\eta$.


# %% solution="adam"
class Adam:
    """Adam with bias correction (Kingma & Ba, Algorithm 1)."""

    def __init__(self, lr: float, beta1: float, beta2: float, eps: float) -> None:
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        ### BEGIN SOLUTION
        self.m: dict[str, Tensor] = {}
        self.s: dict[str, Tensor] = {}
        self.t = 0
        ### END SOLUTION

    def update(self, params: dict[str, Tensor], grads: dict[str, Tensor]) -> None:
        """Takes one step on every tensor of `params`, in place."""
        ### BEGIN SOLUTION
        self.t += 1
        for name, g in grads.items():
            m = self.m.get(name, torch.zeros_like(g))
            s = self.s.get(name, torch.zeros_like(g))
            self.m[name] = self.beta1 * m + (1 - self.beta1) * g
            self.s[name] = self.beta2 * s + (1 - self.beta2) * g**2
            m_hat = self.m[name] / (1 - self.beta1**self.t)
            s_hat = self.s[name] / (1 - self.beta2**self.t)
            params[name] -= self.lr * m_hat / (s_hat.sqrt() + self.eps)
        ### END SOLUTION


# %% check="adam"

# %% [markdown]
# ## Before you submit
#
# Restart the kernel and run all cells: what the grader sees is this notebook run from top to
# bottom.
