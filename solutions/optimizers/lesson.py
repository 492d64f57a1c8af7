# %% [markdown]
# # Optimizers
#
# A gradient says which way is down, not how far to go. You write six answers to that, each one or
# two lines away from another, and a rate that falls. Your own classes then draw where each of them
# works and where it fails. `torch.optim` is there to compare with; what you hand in is your own.
#
# You need 60 to 90 minutes. Run the cells from top to bottom. Before each picture, double-click the
# cell above it and write down a prediction; then run the picture, and unfold what it shows.

# %% locked="setup"
import torch
from torch import Tensor

from autograder import check
from autograder.figures.optimizers import (
    ILL_CONDITIONED,
    SADDLE,
    by_hand,
    decay,
    effective_rates,
    first_steps,
    paths,
    rotated,
    scaled,
    stable_rates,
    valley,
)

# %% [markdown]
# ## 0. The interface
#
# All have one interface:
#
# > **Contract**
# > - The constructor gets hyper-parameters by name.
# > - `update(params, grads)` takes one step. Both are dictionaries from names to tensors, with the
# >   same names at every call.
# > - It changes the tensors of `params` in place, or binds `params[name]` anew. `grads` stay as
# >   they are. What it returns is ignored.
# > - State is kept per object and name.
# > - The rate is the attribute `lr`; the caller may change it between calls.
# > - Parameters don't require grad; their dtype, float32 or float64, is kept.

# %% [markdown]
# | symbol | in code | what it is |
# |:--|:--|:--|
# | $w$, $g$ | `params[name]`, `grads[name]` | a parameter and its gradient |
# | $\eta$ | `self.lr` | the learning rate, as it is at this call |
# | $\beta$, $\beta_1$, $\beta_2$, $\alpha$ | `beta`, `beta1`, … | what is kept of the past |
# | $\varepsilon$ | `eps` | a small number that prevents $0/0$ |
# | $m$, $s$ | your choice | what is gathered of gradients and of their squares |
# | $t$ | your choice | the number of the call |
#
# All arithmetic is element by element.

# %% [markdown]
# ### How large may the rate be?
#
# Take the loss $\tfrac12(x^2 + 50y^2)$, whose gradient is $(x, 50y)$, and the plainest step:
# $w \leftarrow w - \eta g$. It multiplies $x$ by $1 - \eta$ and $y$ by $1 - 50\eta$.
#
# By hand, from $y = 0.5$: $\eta = 0.01$ halves $y$ at every step: $0.25$, $0.125$. With
# $\eta = 0.03$ it is $-0.25$, then $0.125$: the path jumps across the valley.
#
# **Predict** the largest $\eta$ for which $y$ does not grow. Section 1 draws a rate on either side.
#
# *Your prediction:*

# %% [markdown]
# ## 1. Stochastic gradient descent
#
# Each step follows the gradient of the batch at hand, and remembers none of those before:
#
# $$w \leftarrow w - \eta\, g$$
#
# > **Convention.** $g$ comes as it is to be used: already averaged over the batch, without a
# > penalty to add.
#
# By hand, with $\eta = 0.1$ from $w = 1$. The same two gradients return in every section.
#
# | call | $g$ | $\eta g$ | $w$ |
# |--:|--:|--:|--:|
# | 1 | 2 | 0.2 | 0.8 |
# | 2 | −1 | −0.1 | 0.9 |


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


# %% [markdown]
# ??? hint
#     Both dictionaries have the same names. Go through them one by one.
#
# ??? hint
#     `w = params[name]`, then `w = w - ...` changes nothing: the new tensor has only a local name. Work
#     in place, or put the result back under `params[name]`.
#
# ??? hint
#     `grads.items()` gives the pairs of name and gradient. `params[name] -= ...` works in place; on its
#     right stands one product.

# %% check="sgd"

# %% figure="sgd-by-hand"
# by_hand(SGD, lr=0.1, gradients=(2, -1))

# %% [markdown]
# Your prediction from section 0, put to the test: 60 steps on $\tfrac12(x^2 + 50y^2)$ from
# $(-1, 0.5)$, with $\eta = 0.039$ and $\eta = 0.041$.

# %% figure="stable"
# stable_rates(SGD, rates=(0.039, 0.041))

# %% [markdown]
# ??? picture
#     The factor $1 - 50\eta$ is $-0.95$ on the left of the limit $2/50 = 0.04$, and $-1.05$ on the
#     right: after 60 steps $y$ is $0.5 \cdot 0.95^{60} = 0.023$ or $0.5 \cdot 1.05^{60} = 9.34$.
#
# **Question.** The steep direction sets the limit. How many steps does $x$, the flat one, then need
# to fall to a thousandth at $\eta = 0.039$?
#
# ??? answer
#     Each step multiplies $x$ by $0.961$, and $0.961^{174} \approx 0.001$: 174 steps. One rate for two
#     curvatures serves neither. Every method below is an answer to this.

# %% [markdown]
# ## 2. Momentum
#
# A velocity $m$ sums up past steps. Where gradients agree it grows; where they alternate they
# cancel:
#
# $$m \leftarrow \beta m + \eta\, g, \qquad w \leftarrow w - m$$
#
# Along a constant gradient, $m$ grows to $\eta g\,(1 + \beta + \beta^2 + \dots) =
# \eta g / (1 - \beta)$: with $\beta = 0.9$, ten times the plain step.

# %% [markdown]
# > **Convention.** $m$ starts at zero, one for each name. The rate stands *inside* the velocity,
# > with the value that `lr` has at that call. No look-ahead, no factor $1 - \beta$ on the gradient.
#
# By hand, with $w = 1$, $\eta = 0.1$, $\beta = 0.9$:
#
# | call | $g$ | $\beta m$ | $\eta g$ | $m$ | $w$ |
# |--:|--:|--:|--:|--:|--:|
# | 1 | 2 | 0 | 0.2 | 0.2 | 0.8 |
# | 2 | −1 | 0.18 | −0.1 | 0.08 | 0.72 |
#
# The second gradient points back, but $w$ goes on: $m$ still leads the other way.


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


# %% [markdown]
# ??? hint
#     What has to survive from one call to the next? A local variable of `update` doesn't.
#
# ??? hint
#     The constructor doesn't know the names. Begin with an empty dictionary; at the first call, a name
#     that it lacks has an $m$ of zeros in the gradient's shape.
#
# ??? hint
#     Per name: weigh the old $m$ with `self.beta`, add `self.lr` times the gradient, and store the sum
#     under the name. Then subtract just that from the parameter.

# %% check="momentum"

# %% figure="momentum-by-hand"
# by_hand(Momentum)

# %% [markdown]
# ### Momentum on the same valley
#
# Both optimizers take 100 steps at $\eta = 0.01$. Along a constant gradient, Momentum's steps grow
# to what $\eta = 0.1$ alone would give, beyond the limit of $0.04$.
#
# **Predict.** Does Momentum leave the valley, or does it end nearer to the minimum than SGD?
#
# *Your prediction:*

# %% figure="momentum-paths"
# paths(SGD, Momentum, lr=0.01)

# %% [markdown]
# ??? picture
#     It swings, but it arrives. Momentum's own limit on this loss is $2(1 + \beta)/50 = 0.076$: larger
#     than SGD's, not ten times smaller. Try `stable_rates(Momentum, rates=(0.075, 0.077))` in a cell of
#     your own.
#
# **Question.** In which direction do successive gradients agree, and in which not?
#
# ??? answer
#     In $x$ they agree, and add up. In $y$ the gradient changes its sign at each crossing of the
#     valley, and brakes the velocity instead of feeding it.

# %% [markdown]
# ### Three things called momentum
#
# | form | velocity | step |
# |:--|:--|:--|
# | here, as in the lecture | $m \leftarrow \beta m + \eta g$ | $w \leftarrow w - m$ |
# | PyTorch | $m \leftarrow \beta m + g$ | $w \leftarrow w - \eta m$ |
# | running mean (EMA) | $m \leftarrow \beta m + (1-\beta) g$ | $w \leftarrow w - \eta m$ |
#
# With a constant rate the first two walk the same path, and the third does with $\eta/(1-\beta)$ in
# place of $\eta$. They part when `lr` changes.

# %% [markdown]
# By hand, the two gradients again; in the last column, `lr` is halved before the second call:
#
# | form | $\eta$ | $w$, call 1 | $w$, call 2 | $w$, call 2, `lr` halved |
# |:--|--:|--:|--:|--:|
# | here | 0.1 | 0.8 | 0.72 | **0.67** |
# | PyTorch | 0.1 | 0.8 | 0.72 | **0.76** |
# | running mean | 1 | 0.8 | 0.72 | **0.76** |
# | running mean | 0.1 | 0.98 | 0.972 | 0.976 |
#
# Here, a new rate touches only what is added from now on. In the other two it scales the whole past
# at once.

# %% [markdown]
# **Translate**, then unfold.
#
# 1. A paper uses `v = 0.9 * v + 0.1 * g` and `w = w - 0.05 * v`. Which `lr` gives your `Momentum`
#    the same path?
# 2. And `torch.optim.SGD(lr=0.1, momentum=0.9)`?
# 3. A schedule divides `lr` by ten in the middle of training. In which form does the path slow down
#    only over the next steps?
#
# ??? answers
#     1. $0.05 \cdot 0.1 = 0.005$.
#     2. $0.1$, as long as the rate stays constant.
#     3. In yours: the velocity still holds steps of the old rate.

# %% [markdown]
# ## 3. AdaGrad
#
# Momentum still has one rate for all. AdaGrad gives each element its own: it divides by the root of
# all squared gradients so far.
#
# $$s \leftarrow s + g^2, \qquad w \leftarrow w - \frac{\eta\, g}{\sqrt{s + \varepsilon}}$$
#
# An element that has seen steep gradients gets a small rate $\eta/\sqrt{s + \varepsilon}$, a flat
# one keeps a large rate.

# %% [markdown]
# > **Convention.** $s$ starts at zero, one for each name, and grows *before* it is used.
# > $\varepsilon$ stands *inside* the root. ($\sqrt{s} + \varepsilon$, as in PyTorch, is another
# > function: at $g = 10^{-4}$ and $\varepsilon = 10^{-8}$ the first step here is $0.707\,\eta$,
# > there $0.9999\,\eta$.)
#
# By hand, with $w = 1$, $\eta = 0.1$, and $\varepsilon$ too small to be seen:
#
# | call | $g$ | $s$ | $\sqrt s$ | step | $w$ |
# |--:|--:|--:|--:|--:|--:|
# | 1 | 2 | 4 | 2 | 0.1 | 0.9 |
# | 2 | −1 | 5 | 2.236 | −0.0447 | 0.9447 |
#
# The first step is $\eta$, whatever the gradient.


# %% solution="adagrad"
class AdaGrad:
    """AdaGrad: s ← s + g², then w ← w − lr · g / √(s + eps)."""

    def __init__(self, lr: float, eps: float) -> None:
        self.lr = lr
        self.eps = eps
        ### BEGIN SOLUTION
        self.s: dict[str, Tensor] = {}
        ### END SOLUTION

    def update(self, params: dict[str, Tensor], grads: dict[str, Tensor]) -> None:
        """Takes one step on every tensor of `params`, in place."""
        ### BEGIN SOLUTION
        for name, g in grads.items():
            s = self.s.get(name, torch.zeros_like(g))
            self.s[name] = s + g**2
            params[name] -= self.lr * g / (self.s[name] + self.eps).sqrt()
        ### END SOLUTION


# %% [markdown]
# ??? hint
#     The frame is Momentum's: a dictionary in `self`, one tensor for each name. What is gathered
#     differs, and what is done with it.
#
# ??? hint
#     Two lines for each name, in this order: $s$ grows, then the step uses the new $s$. `**` and
#     `.sqrt()` work element by element.
#
# ??? hint
#     The numerator is rate times gradient. For the denominator, add `self.eps` to $s$ in brackets, and
#     take the root of the whole bracket.

# %% check="adagrad"

# %% figure="adagrad-by-hand"
# by_hand(AdaGrad)

# %% [markdown]
# ### What is left of the rate
#
# Let the gradient be $1$ at every step. The picture draws the length of each step, divided by `lr`:
# for SGD it is $1$ throughout.
#
# **Predict** AdaGrad's value at step 4 and at step 50.
#
# *Your prediction:*

# %% figure="adagrad-rates"
# effective_rates(SGD, AdaGrad)

# %% [markdown]
# ??? picture
#     After $t$ such gradients $s = t$, so $1/\sqrt t$ is left: $0.5$ at step 4, $0.14$ at step 50.
#
# **Question.** At which step is the rate down to a hundredth? What does that mean for a long
# training?
#
# ??? answer
#     At step 10,000, since $1/\sqrt{10\,000} = 0.01$. $s$ never falls, so the rate never recovers:
#     training may come to rest before it is anywhere near the minimum.

# %% [markdown]
# ## 4. RMSProp
#
# One line changes. $s$ is no longer a sum, but a running mean, which forgets:
#
# $$s \leftarrow \alpha s + (1 - \alpha)\, g^2, \qquad
# w \leftarrow w - \frac{\eta\, g}{\sqrt{s + \varepsilon}}$$
#
# With $\alpha = 0.9$, a square has lost half of its weight after seven steps ($0.9^7 = 0.48$).

# %% [markdown]
# > **Convention.** $\alpha$ belongs to the old $s$, $1 - \alpha$ to the new square. $s$ starts at
# > zero, one for each name, and is updated before it is used; its start is not corrected.
# > $\varepsilon$ stands inside the root.
#
# By hand, with $w = 1$, $\eta = 0.1$, $\alpha = 0.9$:
#
# | call | $g$ | $s$ | $\sqrt s$ | step | $w$ |
# |--:|--:|--:|--:|--:|--:|
# | 1 | 2 | 0.4 | 0.6325 | 0.3162 | 0.6838 |
# | 2 | −1 | 0.46 | 0.6782 | −0.1474 | 0.8312 |


# %% solution="rmsprop"
class RMSProp:
    """RMSProp: s ← alpha · s + (1 − alpha) · g², then w ← w − lr · g / √(s + eps)."""

    def __init__(self, lr: float, alpha: float, eps: float) -> None:
        self.lr = lr
        self.alpha = alpha
        self.eps = eps
        ### BEGIN SOLUTION
        self.s: dict[str, Tensor] = {}
        ### END SOLUTION

    def update(self, params: dict[str, Tensor], grads: dict[str, Tensor]) -> None:
        """Takes one step on every tensor of `params`, in place."""
        ### BEGIN SOLUTION
        for name, g in grads.items():
            s = self.s.get(name, torch.zeros_like(g))
            self.s[name] = self.alpha * s + (1 - self.alpha) * g**2
            params[name] -= self.lr * g / (self.s[name] + self.eps).sqrt()
        ### END SOLUTION


# %% [markdown]
# ??? hint
#     Copy what you wrote for AdaGrad. Which line lets $s$ grow?
#
# ??? hint
#     A running mean has two weights that add up to 1. Which of them belongs to the past?
#
# ??? hint
#     Weigh the old $s$ with `self.alpha` and the squared gradient with what `self.alpha` leaves of 1.
#     The step's line stays as it is.

# %% check="rmsprop"

# %% figure="rmsprop-by-hand"
# by_hand(RMSProp)

# %% [markdown]
# ### The first step
#
# Again the gradient is $1$ at every step, and $\alpha = 0.9$.
#
# **Predict** RMSProp's first step, in units of `lr`, and where its steps settle.
#
# *Your prediction:*

# %% figure="rmsprop-rates"
# effective_rates(AdaGrad, RMSProp)

# %% [markdown]
# ??? picture
#     After the first call $s = (1 - \alpha)\, g^2$, so the first step is $1/\sqrt{1 - \alpha} = 3.16$
#     times `lr`: too large, since $s$ started at zero. Later steps settle at `lr`.
#
# **Question.** Near a minimum, $g$ shrinks to a hundredth and stays there. What becomes of
# RMSProp's steps, and what of AdaGrad's?
#
# ??? answer
#     RMSProp divides $g$ by its *recent* size: soon its steps are about `lr` again, and it swings
#     around the minimum. AdaGrad's stay small.

# %% [markdown]
# ## 5. Adam
#
# Adam takes RMSProp's $s$, puts a running mean $m$ in the gradient's place, and corrects both for
# their start at zero (Kingma and Ba, 2015, Algorithm 1):
#
# $$m \leftarrow \beta_1 m + (1-\beta_1)\, g, \qquad s \leftarrow \beta_2 s + (1-\beta_2)\, g^2$$
#
# $$\hat m = \frac{m}{1-\beta_1^t}, \qquad \hat s = \frac{s}{1-\beta_2^t}, \qquad
# w \leftarrow w - \eta\, \frac{\hat m}{\sqrt{\hat s} + \varepsilon}$$

# %% [markdown]
# > **Convention.** $t$ counts calls of `update`, not parameters, and is 1 at the first call.
# > $\beta^t$ is a power. $m$ and $s$ are kept uncorrected, one of each for each name, zero at the
# > start. $\varepsilon$ stands *outside* the root.
#
# By hand, with $w = 1$, $\eta = 0.1$, $\beta_1 = 0.9$, $\beta_2 = 0.999$:
#
# | $t$ | $g$ | $m$ | $s$ | $\hat m$ | $\hat s$ | step | $w$ |
# |--:|--:|--:|--:|--:|--:|--:|--:|
# | 1 | 2 | 0.2 | 0.004 | 2 | 4 | 0.1 | 0.9 |
# | 2 | −1 | 0.08 | 0.004996 | 0.4211 | 2.499 | 0.0266 | 0.8734 |

# %% [markdown]
# ### Why correct?
#
# **Predict.** The gradient is $1$ at every step, $\eta = 0.1$. Leave both corrections out: is the
# first step smaller than $0.1$, or larger?
#
# *Your prediction:*
#
# ??? "The first five steps by hand"
#     | $t$ | $m$ | $\sqrt s$ | uncorrected | corrected |
#     |--:|--:|--:|--:|--:|
#     | 1 | 0.1 | 0.0316 | 0.316 | 0.1 |
#     | 2 | 0.19 | 0.0447 | 0.425 | 0.1 |
#     | 3 | 0.271 | 0.0547 | 0.495 | 0.1 |
#     | 4 | 0.3439 | 0.0632 | 0.544 | 0.1 |
#     | 5 | 0.4095 | 0.0706 | 0.580 | 0.1 |
#
#     $m$ is too small, but $\sqrt s$ is too small by far more.


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


# %% [markdown]
# ??? hint
#     Two dictionaries and a counter. Which of them belong to a name, and which to the object? Where,
#     then, does $t$ grow?
#
# ??? hint
#     The correction is made anew at each call: $\hat m$ and $\hat s$ are local, what `self` keeps stays
#     uncorrected.
#
# ??? hint
#     Before the loop, $t$ grows by one. In it, each mean is divided by 1 minus its own beta to the
#     power `self.t`. Take the root of $\hat s$ first, then add `self.eps`.

# %% check="adam"

# %% figure="adam-by-hand"
# by_hand(Adam)

# %% [markdown]
# ### Ten steps
#
# **Predict** Adam's ten steps along a constant gradient of $1$, beside RMSProp's.
#
# *Your prediction:*

# %% figure="adam-steps"
# first_steps(RMSProp, Adam)

# %% [markdown]
# ??? picture
#     Along a constant gradient every step of Adam is `lr`, whatever the gradient's size: $\hat m = g$
#     and $\sqrt{\hat s}$ is the size of $g$.
#
# **Question.** In the table by hand, the second step is only $0.0266$. What made it short?
#
# ??? answer
#     The gradients $2$ and $-1$ disagree: their mean $\hat m$ shrinks to $0.42$, while $\sqrt{\hat s}$,
#     which knows no signs, stays at $1.58$. Adam takes full steps only where gradients agree.

# %% [markdown]
# ## 6. Adam as the lecture has it
#
# The lecture's form uses $m$ and $s$ as they are:
#
# $$m \leftarrow \beta_1 m + (1-\beta_1)\, g, \qquad s \leftarrow \beta_2 s + (1-\beta_2)\, g^2,
# \qquad w \leftarrow w - \frac{\eta\, m}{\sqrt{s + \varepsilon}}$$
#
# Two things differ from section 5: there is no correction, and $\varepsilon$ is inside the root.

# %% [markdown]
# > **Convention.** As in RMSProp: $\varepsilon$ is added to $s$, under the root. $m$ and $s$ start
# > at zero, one of each for each name, and are updated before they are used. $t$ is not needed.
#
# By hand, with $w = 1$, $\eta = 0.1$, $\beta_1 = 0.9$, $\beta_2 = 0.999$:
#
# | call | $g$ | $m$ | $s$ | $\sqrt s$ | step | $w$ |
# |--:|--:|--:|--:|--:|--:|--:|
# | 1 | 2 | 0.2 | 0.004 | 0.0632 | 0.3162 | 0.6838 |
# | 2 | −1 | 0.08 | 0.004996 | 0.0707 | 0.1132 | 0.5706 |


# %% solution="lecture_adam"
class LectureAdam:
    """Adam without correction: w ← w − lr · m / √(s + eps)."""

    def __init__(self, lr: float, beta1: float, beta2: float, eps: float) -> None:
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        ### BEGIN SOLUTION
        self.m: dict[str, Tensor] = {}
        self.s: dict[str, Tensor] = {}
        ### END SOLUTION

    def update(self, params: dict[str, Tensor], grads: dict[str, Tensor]) -> None:
        """Takes one step on every tensor of `params`, in place."""
        ### BEGIN SOLUTION
        for name, g in grads.items():
            m = self.m.get(name, torch.zeros_like(g))
            s = self.s.get(name, torch.zeros_like(g))
            self.m[name] = self.beta1 * m + (1 - self.beta1) * g
            self.s[name] = self.beta2 * s + (1 - self.beta2) * g**2
            params[name] -= self.lr * self.m[name] / (self.s[name] + self.eps).sqrt()
        ### END SOLUTION


# %% [markdown]
# ??? hint
#     Which lines of your `Adam` make the correction? They have no counterpart here.
#
# ??? hint
#     The means are Adam's, the denominator is the one that you wrote for RMSProp.
#
# ??? hint
#     Store both new means first. Then divide `self.lr` times the stored $m$ by the root of a bracket
#     that holds the stored $s$ and `self.eps`.

# %% check="lecture_adam"

# %% figure="lecture_adam-by-hand"
# by_hand(LectureAdam)

# %% [markdown]
# ### How long does the difference last?
#
# With a gradient of $1$ throughout, LectureAdam's first step is $3.16$ times `lr`, its fifth $5.80$
# times.
#
# **Predict.** After 50 steps, is it back at `lr`?
#
# *Your prediction:*

# %% figure="lecture-rates"
# effective_rates(Adam, LectureAdam)

# %% [markdown]
# ??? picture
#     The steps are $(1 - \beta_1^t)/\sqrt{1 - \beta_2^t}$ times `lr`:
#
#     | $t$ | 1 | 12 | 50 | 100 | 1000 | 3000 |
#     |:--|--:|--:|--:|--:|--:|--:|
#     | times `lr` | 3.16 | 6.57 | 4.50 | 3.24 | 1.26 | 1.03 |
#
#     So in the first thousand steps the two need different rates; later, nearly the same.
#
# **Question.** After how many steps is $m$ within 5 % of its corrected value? And $s$?
#
# ??? answer
#     $0.9^{29} = 0.047$: 29 steps. $0.999^{2995} = 0.050$: 2995 steps. The excess lasts as long as
#     $\beta_2$ remembers.

# %% [markdown]
# The second difference is seen only where gradients are tiny. Inside the root, $\varepsilon$ is
# compared with *squares*: $10^{-8}$ there weighs as much as $10^{-4}$ outside. The first step, in
# units of `lr`, for $\varepsilon = 10^{-8}$:
#
# | size of $g$ | 1 | 0.001 | 0.0001 | 0.000001 |
# |:--|--:|--:|--:|--:|
# | Adam | 1.000 | 1.000 | 1.000 | 0.990 |
# | LectureAdam | 3.162 | 0.953 | 0.100 | 0.001 |
#
# Where all gradients are near $10^{-6}$, the lecture's form with this $\varepsilon$ hardly moves.

# %% [markdown]
# ## 7. A rate that falls
#
# Beside the choice of an optimizer, the rate itself may fall with time:
#
# $$\eta = \eta_0 \cdot 10^{-t/n}$$
#
# > **Convention.** The result is a `float`. `eta0` is the rate at $t = 0$, and every call begins
# > from it: nothing is stored, so the order of calls does not matter. After $n$ steps a tenth is
# > left.
#
# By hand, with $\eta_0 = 0.1$, $n = 10$:
#
# | $t$ | 0 | 1 | 3 | 5 | 10 | 20 |
# |:--|--:|--:|--:|--:|--:|--:|
# | $\eta$ | 0.1 | 0.0794 | 0.0501 | 0.0316 | 0.01 | 0.001 |


# %% solution="decayed_rate"
def decayed_rate(eta0: float, t: int, n: int) -> float:
    """The rate at step t: eta0 · 10^(−t / n), a tenth of eta0 after n steps."""
    ### BEGIN SOLUTION
    return float(eta0 * 10 ** (-t / n))
    ### END SOLUTION


# %% [markdown]
# ??? hint
#     One line, without a loop: $t$ is given, not counted.
#
# ??? hint
#     The exponent is a fraction: `/` keeps it one, `//` doesn't.
#
# ??? hint
#     `10 ** ...` with minus the share of $t$ in $n$ as its exponent, in brackets; times `eta0`.

# %% check="decayed_rate"

# %% [markdown]
# The picture draws the rate from $\eta_0 = 0.1$ with $n = 50$, on a logarithmic axis.
#
# **Predict** the curve's shape, and its value at $t = 150$.
#
# *Your prediction:*

# %% figure="decay"
# decay(decayed_rate)

# %% [markdown]
# ??? picture
#     A constant factor per step is a straight line on a logarithmic axis; $t = 150$ is three times a
#     tenth: $0.0001$.
#
# **Question.** A training loop says `optimizer.lr = decayed_rate(optimizer.lr, t, n)`. With
# $\eta_0 = 0.1$ and $n = 10$, which rate does it have after $t = 0, 1, 2, 3$?
#
# ??? answer
#     It decays what is decayed already: the exponents add up to $-(0+1+2+3)/10$, so the rate is
#     $0.0251$ instead of $0.0501$. Begin from `eta0`, always.

# %% [markdown]
# ### The rate in use
#
# Whoever calls an optimizer sets its attribute `lr`. `Decaying` does that before each step of your
# `RMSProp`, whose own steps never come to rest.


# %%
class Decaying:
    """RMSProp at a rate that falls to a tenth in 50 steps."""

    def __init__(self, lr: float, alpha: float, eps: float) -> None:
        self.eta0 = lr
        self.t = 0
        self.optimizer = RMSProp(lr, alpha, eps)

    def update(self, params: dict[str, Tensor], grads: dict[str, Tensor]) -> None:
        """Takes one step on every tensor of `params`, in place."""
        self.optimizer.lr = decayed_rate(self.eta0, self.t, n=50)
        self.optimizer.update(params, grads)
        self.t += 1


# %% [markdown]
# The next picture gives both the same sixty rates, from $0.0001$ to $3$, and 100 steps on
# $\tfrac12(x^2 + 50y^2)$ each. Left: the loss at which each rate settles. Right: the path at the
# best one.
#
# **Predict.** For a start at `lr` $= 0.1$: which of the two settles lower, and why? And at $0.005$?
#
# *Your prediction:*

# %% figure="decaying"
# valley(RMSProp, Decaying)

# %% [markdown]
# ??? picture
#     At $0.1$, RMSProp swings about the minimum in steps near $0.1$, and its loss stays at $0.05$. With
#     the falling rate the swing dies out. At $0.005$ the falling rate loses ($3.6$ to $0.21$): it is
#     spent before the minimum is reached.
#
# **Question.** Would the same decay help AdaGrad?
#
# ??? answer
#     Hardly: its rate falls by itself, by $1/\sqrt{s}$. What it lacks is length of steps, and decay
#     takes more of that away.

# %% [markdown]
# ## 8. The learning-rate valley
#
# What you have, on the two gradients $2$ and $-1$ from $w = 1$ with `lr` $= 0.1$:
#
# | | $w$ after 2 | $w$ after −1 |
# |:--|--:|--:|
# | SGD | 0.8 | 0.9 |
# | Momentum | 0.8 | 0.72 |
# | AdaGrad | 0.9 | 0.9447 |
# | RMSProp | 0.6838 | 0.8312 |
# | Adam | 0.9 | 0.8734 |
# | LectureAdam | 0.6838 | 0.5706 |
#
# Such numbers do not say which is best; neither does a race at one rate. A fair question is: at how
# *many* rates does each arrive?

# %% figure="all-by-hand"
# ALL = [SGD, Momentum, AdaGrad, RMSProp, Adam, LectureAdam]
# by_hand(*ALL)

# %% [markdown]
# All six get the same start, the same sixty rates and 100 steps. To arrive is to settle below a
# thousandth of the first loss. Width is measured in decades: $1$ means that the largest good rate
# is ten times the smallest.
#
# **Predict** the widest valley and the two narrowest.
#
# *Your prediction:*

# %% figure="valley"
# valley(*ALL)

# %% [markdown]
# ??? picture
#     SGD's good rates lie within a factor of $1.7$ ($0.24$ decades), Adam's within $230$ ($2.36$) or
#     more: ≥ marks a curve that is still below the line at the edge. This width, more than speed at the
#     best rate, is what you gain.
#
# **Questions**
#
# 1. LectureAdam's valley is Adam's, moved to the left. Why?
# 2. Which valley is narrower than you thought, and why?
#
# ??? answers
#     1. In these 100 steps its steps are 3 to 6.5 times as long at the same `lr`.
#     2. RMSProp's, perhaps: its steps stay near `lr`. A large rate swings, a small one never arrives.

# %% [markdown]
# The right edge, $3$, ends the rates that are tried, not the valleys: Adam's ends near $4$, and
# AdaGrad's nowhere. It arrives even with $100$, though its first step is $100$ long.
#
# **Question.** How?
#
# ??? answer
#     It lands where $g$ is about $100$ in $x$ and $5000$ in $y$, and $\sqrt s$ takes that up. The rate
#     $100/\sqrt s$ is then near $1$ in $x$ and $1/50$ in $y$: $\eta$ has cancelled, and each axis has
#     the rate that suits its curvature.

# %% [markdown]
# ### One rate for all, on two surfaces
#
# $\tfrac12(x^2 - y^2) + \tfrac14 y^4$ has a saddle at the origin: along $x$ it is a minimum, along
# $y$ a maximum. All six start at $(-1, 0.001)$, where $y$'s gradient is $-0.001$.
#
# **Predict.** At `lr = 0.03`, which optimizers are still near the saddle after 100 steps? Which
# leaves first?
#
# *Your prediction:*

# %% figure="saddle"
# paths(*ALL, surface=SADDLE, lr=0.03)

# %% [markdown]
# ??? picture
#     SGD multiplies $y$ by about $1.03$ a step: $0.001 \cdot 1.03^{100} = 0.019$. It is slow, not
#     caught. Those that divide by the gradient's size take full steps in $y$ at once.
#
# **Question.** Real gradients are noisy. What would noise do for SGD here?
#
# ??? answer
#     It pushes $y$ away from zero, and any push grows by $1.03$ a step. A start of $0.1$ instead of
#     $0.001$ saves 156 steps, since $1.03^{156} \approx 100$.

# %% [markdown]
# Now the narrow valley, at the same rate.
#
# **Predict.** SGD may use up to $0.04$ here. Which of the six has the largest loss after 100 steps
# at `lr = 0.03`?
#
# *Your prediction:*

# %% figure="ill-conditioned"
# paths(*ALL, lr=0.03)

# %% [markdown]
# ??? picture
#     AdaGrad: its last step in $x$ is $0.0022$, a thirteenth of `lr`. The valley says that it wants
#     $0.15$. A race at one rate says more about the rate than about the optimizers.
#
# **Question.** LectureAdam's spiral here looks like Adam's in the valley, at $0.18$. Why?
#
# ??? answer
#     Without correction its steps are about six times as long, and $6 \cdot 0.03 = 0.18$.

# %% [markdown]
# ## 9. Two tests
#
# **Units.** Multiply the loss by 1000: the minimum stays, every gradient is 1000 times as large.
# All six walk at `lr = 0.03` again.
#
# **Predict** whose path stays as in the last picture, and what SGD's largest stable rate is now.
#
# *Your prediction:*

# %% figure="units"
# paths(*ALL, surface=scaled(ILL_CONDITIONED, 1000), lr=0.03)

# %% [markdown]
# ??? picture
#     Four paths stay: a factor in $g$ appears in $\sqrt s$ as well, and cancels. SGD and Momentum
#     diverge; SGD's limit is now $2/50\,000 = 0.00004$.
#
# **Question.** A path that stays does so only nearly. Which symbol does not cancel?
#
# ??? answer
#     $\varepsilon$: it is added to $s$ or its root, but does not grow with the gradient. Adam's path
#     moves by some $10^{-8}$.

# %% [markdown]
# **Axes.** Turn the surface and the start by 45 degrees. The landscape is the same; only $x$ and
# $y$ now lie across it.
#
# **Predict.** Which two curves of the valley stay where they were? What becomes of the others?
#
# *Your prediction:*

# %% figure="rotated"
# valley(*ALL, surface=rotated(ILL_CONDITIONED))

# %% [markdown]
# ??? picture
#     SGD and Momentum keep their widths: $-\eta g$ turns with the axes. AdaGrad falls from at least
#     $1.61$ decades to $0.78$, RMSProp from $0.55$ to $0.14$, Adam from at least $2.36$ to $1.51$,
#     LectureAdam from $2.65$ to $1.58$.
#
# **Question.** What do the two elements of $s$ now see of the steep direction?
#
# ??? answer
#     Both see it alike, so both get nearly the same $s$. A rate for each *axis* cannot give the steep
#     *direction* a rate of its own.

# %% [markdown]
# ## 10. Transfer
#
# A linear model $\hat y = w_1 x_1 + w_2 x_2$ starts at zero weights, and each optimizer is tuned.
# Then $x_1$ comes in centimetres instead of metres: all its values are 100 times as large.
#
# 1. What becomes of the gradient of $w_1$, of the curvature along $w_1$, and of the best $w_1$?
# 2. Which optimizers must be tuned again, and in which direction?
# 3. Instead, the features become $(x_1 + x_2)/\sqrt2$ and $(x_1 - x_2)/\sqrt2$. And now?
#
# Give a reason from the formula for each, in two or three sentences.

# %% [markdown]
# *Your answer:*

# %% active="py"
# For the instructor, since no machine grades the answer above.
#
# 1. The gradient of w1 is 100 times as large, the curvature 10,000 times, the best w1 a hundredth.
# 2. SGD and Momentum: their limit falls by 10,000, and w2 then hardly moves: no rate serves both.
#    The others lose the factor in the gradient; but their steps in w1 are still about lr, and the
#    way is a hundredth. AdaGrad copes, since its steps shrink until they fit. Adam and LectureAdam
#    need a smaller rate, RMSProp most of all, for it swings by about lr for ever.
#    "Adam need not be tuned again, for the factor cancels" is half of it: the way is left out.
# 3. A rotation (and a reflection): SGD and Momentum walk the same path. The others do not; how much
#    worse depends on how far the curvatures differ, as in section 9.
#
# Measured on ½(a x² + y²), 100 steps, rates that settle below a thousandth of the first loss.
# a = 1 from (-1, .5): SGD .04 to 1.6, Momentum .0032 to 3.2, AdaGrad .1 to 3.2, RMSProp .013 to
# .05, Adam .02 to 3.2, LectureAdam .004 to 1.6. a = 10,000 from (-.01, .5): SGD, Momentum and
# RMSProp none, AdaGrad .05 to 3.2, Adam .008 to .08, LectureAdam .0016 to .025. (3.2 is the last
# rate that was tried.)

# %% [markdown]
# ## Before you submit
#
# - Restart the kernel and run all cells: the grader, too, runs this notebook from top to bottom,
#   with nothing left over from earlier tries.
# - Each check says that all its cases pass. Grading uses further cases of the same contract.
# - Your predictions stand where you wrote them, right or wrong, and section 10 has an answer.
# - Save. The file's name stays `optimizers.ipynb`.
