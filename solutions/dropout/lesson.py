# %% [markdown]
# # Dropout
#
# A network with far more weights than data learns the noise by heart. Dropout makes each unit
# unreliable while it trains, so that no other can count on it. You write the layer in two forms,
# and the variance that it adds; your own code then draws what that does to a network.
#
# You need 45 to 60 minutes. Run the cells from top to bottom. Before each picture, double-click the
# cell above it and write down a prediction; then run the picture, and unfold what it shows.

# %% locked="setup"
import torch
from torch import Generator, Tensor

from autograder import check
from autograder.figures.dropout import fates, fits, moments, noise, subnetworks

# %% [markdown]
# ## 0. The interface
#
# A layer is an object with two methods:
#
# > **Contract**
# > - The constructor gets `p`, the probability to **drop**, with $0 \le p < 1$.
# > - `forward(x, training, generator)` returns a tensor of `x`'s shape and dtype; at test time it
# >   may be `x` itself. `x` may have any shape; it is float32 or float64.
# > - `backward(grad)` returns the gradient of `x`, given that of forward's output, for the mask of
# >   the *last* call of `forward` in training. After a call at test time it isn't asked.
# > - `x` and `grad` stay as they are.
# > - `torch.nn` has this layer; here you write it.

# %% [markdown]
# > **Randomness**
# > - Every entry of `x` has a fate of its own, drawn anew at every call in training.
# > - All draws come from `generator`, a `torch.Generator` on the device of `x`:
# >   `torch.rand(x.shape, generator=generator, device=x.device)` is uniform in $[0, 1)$.
# > - The same seed gives the same fates, in any object. You seed nothing yourself.
#
# Tensors come in and tensors go out; between, you may compute with NumPy. A NumPy generator is then
# seeded with a number that you draw from `generator` at each call.

# %% [markdown]
# The simplest layer with this interface drops nothing. The picture fits a network to 24 points with
# it: two hidden layers of 64 units, 4353 parameters in all, the layer behind each hidden one. The
# points lie on $\sin \pi x$, with noise of variance $0.09$.


# %%
class NoDropout:
    """A layer that passes everything on."""

    def __init__(self, p: float) -> None:
        self.p = p

    def forward(self, x: Tensor, training: bool, generator: Generator) -> Tensor:
        """All of x, always."""
        return x.clone()

    def backward(self, grad: Tensor) -> Tensor:
        """All of grad."""
        return grad.clone()


# %% [markdown]
# **Predict** two mean squared errors after 1500 steps: that at the 24 points, and that of the curve
# from the true one. On which side of the noise, $0.09$, does the first end?
#
# *Your prediction:*

# %% figure="no-dropout"
# fits(NoDropout, rates=[0])

# %% [markdown]
# ??? picture
#     The training error is near $0$: far below the noise, so the noise itself has been learned. The
#     curve turns aside for single points, and its true error is about $0.05$.
#
# **Question.** Which of the two numbers would you know in practice?
#
# ??? answer
#     Only the first, which looks perfect. The second takes the truth, or points kept aside.

# %% [markdown]
# ## 1. Inverted dropout
#
# In training, an entry is dropped with probability $p$; what is kept grows, so that the mean stays:
#
# $$y_i = \begin{cases} 0 & \text{with probability } p \\ x_i / (1-p) & \text{otherwise}
# \end{cases} \qquad E[y_i] = p \cdot 0 + (1-p) \cdot \frac{x_i}{1-p} = x_i$$
#
# At test time $y = x$: nothing is dropped, nothing is scaled.

# %% [markdown]
# > **Convention.** `p` drops. The factor $1/(1-p)$ belongs to training, and `backward` holds it,
# > too: the gradient of a dropped entry is $0$, that of a kept one is multiplied by $1/(1-p)$.
#
# By hand, with $p = 0.2$, so $1/(1-p) = 1.25$. An entry is kept where its draw $u$ is at least $p$:
#
# | $x$ | $u$ | kept | $y$ | at test time | `grad` | gradient of $x$ |
# |--:|--:|:-:|--:|--:|--:|--:|
# | 2 | 0.10 | no | 0 | 2 | 1 | 0 |
# | −1 | 0.73 | yes | −1.25 | −1 | 2 | 2.5 |
# | 4 | 0.20 | yes | 5 | 4 | −2 | −2.5 |
# | 0.4 | 0.05 | no | 0 | 0.4 | 3 | 0 |


# %% solution="dropout"
class Dropout:
    """Inverted dropout: in training, each entry is 0 with probability p, else x / (1 − p)."""

    def __init__(self, p: float) -> None:
        self.p = p

    def forward(self, x: Tensor, training: bool, generator: Generator) -> Tensor:
        """In training x with entries dropped and the others scaled; all of x at test time."""
        ### BEGIN SOLUTION
        if not training:
            return x.clone()
        kept = torch.rand(x.shape, generator=generator, device=x.device) >= self.p
        self.mask = kept.to(x.dtype) / (1 - self.p)
        return x * self.mask
        ### END SOLUTION

    def backward(self, grad: Tensor) -> Tensor:
        """The gradient of x, for the mask of the last forward in training."""
        ### BEGIN SOLUTION
        return grad * self.mask
        ### END SOLUTION


# %% [markdown]
# ??? hint
#     What does `backward` have to know of `forward`? A local variable doesn't survive the call.
#
# ??? hint
#     A comparison of `torch.rand(...)` with `self.p` gives a tensor of True and False in the shape of
#     `x`. Times a number, True counts as 1.
#
# ??? hint
#     Put the factor into what you store: a tensor that holds $0$ or $1/(1-p)$. Forward and backward are
#     then one product each. Where `training` is False, return a copy before you draw anything.

# %% check="dropout"

# %% [markdown]
# The picture puts 20 examples with 30 units each, all ones, through one object of yours: two calls
# in training, then `backward` with ones.
#
# **Predict** which of the three grids are equal, how many of the 600 entries are white at
# $p = 0.3$, and what the others hold.
#
# *Your prediction:*

# %% figure="fates"
# fates(Dropout, p=0.3)

# %% [markdown]
# ??? picture
#     The calls differ; the gradient passes where the second call kept. About $180$ of $600$ are white
#     (most often between $160$ and $200$), no row or column is all of one colour, and the others hold
#     $1/0.7 = 1.43$.
#
# **Question.** One mask for the whole batch would be cheaper. What would the grid look like, and
# what would be lost?
#
# ??? answer
#     Whole columns would be white. The mean stays right, but all examples of a batch would train the
#     same thin network, so a step would see one mask instead of twenty.

# %% [markdown]
# ### One idea, four conventions
#
# | where | the number | in training | at test time |
# |:--|:--|:--|:--|
# | here, PyTorch, Keras | drops | kept $\times\, 1/(1-p)$ | $x$ |
# | TensorFlow 1, some courses | keeps | kept $\times\, 1/p$ | $x$ |
# | Srivastava and others, 2014 | keeps | kept $\times\, 1$ | $p\,x$ |
# | the lecture | drops | kept $\times\, 1$ | $x$ |
#
# The first three keep the mean. The fourth does not: training sees $(1-p)\,x$ on average, the test
# $x$. Section 5 shows what that costs.

# %% [markdown]
# **Translate**, then unfold.
#
# 1. The paper of 2014 recommends $p = 0.8$ for the input layer. Which `Dropout(p)` is that?
# 2. A course has `y = x * (rand(x.shape) < 0.3) / 0.3`. And this?
# 3. A colleague divides by $p$, and $p$ drops. For which single $p$ does nobody notice?
#
# ??? answers
#     1. `Dropout(0.2)`: there $p$ keeps.
#     2. `Dropout(0.7)`: three tenths are kept.
#     3. $p = 0.5$, where $p = 1 - p$. Never test a layer at one half.

# %% [markdown]
# ## 2. The noise that it adds
#
# The mean stays, but $y_i$ varies. Its variance is the mean of the squared distance from $x_i$,
# over the two things that can happen:
#
# $$\operatorname{Var}[y_i] = p\,(0 - x_i)^2 + (1-p)\left(\frac{x_i}{1-p} - x_i\right)^2$$
#
# By hand, with $x = 2$, $p = 0.2$: $y$ is $0$ or $2.5$, so the variance is
# $0.2 \cdot 4 + 0.8 \cdot 0.25 = 1$.
#
# > **Convention.** Of one entry, in training, with your `Dropout`'s factor. A float.


# %% solution="variance"
def variance(x: float, p: float) -> float:
    """The variance of what a training call makes of the entry x."""
    ### BEGIN SOLUTION
    return x**2 * p / (1 - p)
    ### END SOLUTION


# %% [markdown]
# ??? hint
#     The formula above works as it stands. It also simplifies: take $x_i^2$ out of both terms.
#
# ??? hint
#     $\frac{1}{1-p} - 1 = \frac{p}{1-p}$, and its square meets the factor $1-p$.
#
# ??? hint
#     What is left in the bracket is $p + p^2/(1-p)$; over one denominator, its numerator is $p$.

# %% check="variance"

# %% [markdown]
# Your `Dropout` meets your `variance`: dots are measured over 10,000 calls, lines predicted.
#
# **Predict** at $x = 2$ how much larger the variance is for $p = 0.7$ than for $p = 0.5$.
#
# *Your prediction:*

# %% figure="noise"
# noise(Dropout, variance)

# %% figure="moments"
# moments(Dropout)

# %% [markdown]
# ??? "What they show"
#     Parabolas: large entries are noisy, small ones hardly. From $0.5$ to $0.7$ the factor $p/(1-p)$
#     grows from $1$ to $2.33$. The table's means are near $x$, its variances near $1$, $0.25$ and $4$.
#
# **Question.** A unit's input is the sum of 64 such entries with small weights. Why is that sum far
# less noisy, in proportion, than each entry?
#
# ??? answer
#     Fates are independent, so variances add: 64 equal terms have 64 times the sum, but only 8 times
#     the deviation. Wide layers bear more dropout than narrow ones.

# %% [markdown]
# ## 3. Less is learned by heart
#
# The network of section 0 again, now with your layer at four probabilities.
#
# **Predict** which of the four has the lowest training error, and which the lowest true error.
#
# *Your prediction:*

# %% figure="fits"
# fits(Dropout)

# %% [markdown]
# ??? picture
#     The training error grows with $p$, from $0.00$ to about $0.05$. The true error falls from $0.05$
#     to about $0.02$ at $p = 0.3$; beyond, your draws decide. At $p = 0$ your layer is `NoDropout`.
#
# **Questions**
#
# 1. Would a smaller network have done as well?
# 2. And would `fits(Dropout, rates=(0.7, 0.8, 0.9))` go on like this? Try it.
#
# ??? answers
#     1. Perhaps, had you known the right size. With dropout a network may be too wide.
#     2. No. In the end too few units are left to bend the curve, and both errors grow.

# %% [markdown]
# ## 4. The form of 2012
#
# Hinton and others first left training unscaled, and scaled the test instead:
#
# $$\text{training: } y_i = \begin{cases} 0 & \text{with probability } p \\ x_i & \text{otherwise}
# \end{cases} \qquad \text{test: } y_i = (1-p)\, x_i$$
#
# Both see the mean $(1-p)\,x$. The price: whoever only uses the network has to know $p$.

# %% [markdown]
# > **Convention.** The interface and the meaning of `p` stay. No factor in training, so none in
# > `backward`.
#
# By hand, with $p = 0.2$ and the draws from section 1:
#
# | $x$ | kept | $y$ | at test time | `grad` | gradient of $x$ |
# |--:|:-:|--:|--:|--:|--:|
# | 2 | no | 0 | 1.6 | 1 | 0 |
# | −1 | yes | −1 | −0.8 | 2 | 2 |
# | 4 | yes | 4 | 3.2 | −2 | −2 |
# | 0.4 | no | 0 | 0.32 | 3 | 0 |


# %% solution="vanilla"
class VanillaDropout:
    """Dropout as in 2012: in training, each entry is 0 with probability p; the test scales."""

    def __init__(self, p: float) -> None:
        self.p = p

    def forward(self, x: Tensor, training: bool, generator: Generator) -> Tensor:
        """In training x with entries dropped; all of x times 1 − p at test time."""
        ### BEGIN SOLUTION
        if not training:
            return x * (1 - self.p)
        self.mask = torch.rand(x.shape, generator=generator, device=x.device) >= self.p
        return x * self.mask
        ### END SOLUTION

    def backward(self, grad: Tensor) -> Tensor:
        """The gradient of x, for the mask of the last forward in training."""
        ### BEGIN SOLUTION
        return grad * self.mask
        ### END SOLUTION


# %% [markdown]
# ??? hint
#     Begin with your `Dropout`. In which two places does its factor stand?
#
# ??? hint
#     The factor leaves training, and a smaller one than 1 enters the test call.
#
# ??? hint
#     What you store now is the comparison itself. `backward` doesn't change: it multiplies by what is
#     stored.

# %% check="vanilla"

# %% [markdown]
# **Predict** the three columns of numbers beside $x$: the last table, for this form.
#
# *Your prediction:*

# %% figure="vanilla-moments"
# moments(VanillaDropout)

# %% [markdown]
# ??? table
#     The mean in training is $0.8\,x$, and so is the test. The variance is $p(1-p)\,x^2$: $0.64$,
#     $0.16$ and $2.56$. Beside the mean it is as large as before; everything is $0.8$ times as big.
#
# **Question.** A network trained with `VanillaDropout(0.5)` is to run where nothing is known of
# dropout. How do you change its weights?
#
# ??? answer
#     Multiply those that come *after* the layer by $0.5$: the factor moves from the units to what reads
#     them.

# %% [markdown]
# ## 5. Many networks in one
#
# Each mask leaves a thin network of its own. Training draws another at every step, for every
# example; they share their weights. What does the test call stand for, then?
#
# The picture trains the network of section 0 at $p = 0.4$, draws 200 thin ones from it, each with
# one mask for all $x$, and lays their mean and your test call on top.
#
# **Predict** where the test call runs: in the middle of the bundle, or at its edge?
#
# *Your prediction:*

# %% figure="subnetworks"
# subnetworks(Dropout)

# %% [markdown]
# ??? picture
#     In the middle, along the mean: some $0.03$ to $0.05$ away from it, while single thin networks
#     scatter by $0.2$. One call stands for $2^{128}$ networks.
#
# **Question.** Why not exactly on the mean?
#
# ??? answer
#     The *inputs* of each layer have the right mean, but $\tanh$ of a mean is not the mean of $\tanh$.
#     See section 6.

# %% [markdown]
# ### All weights, and no factor
#
# The lecture's sentence for the test is: no dropout, all weights. Taken by itself, without a factor
# on either side, it gives this layer. It takes your factor away again.


# %%
class UseAllWeights:
    """Drops in training, drops nothing at test time, and scales nowhere."""

    def __init__(self, p: float) -> None:
        self.p = p
        self.yours = Dropout(p)

    def forward(self, x: Tensor, training: bool, generator: Generator) -> Tensor:
        """Your forward, without the factor in training."""
        y = self.yours.forward(x, training, generator)
        return y * (1 - self.p) if training else y

    def backward(self, grad: Tensor) -> Tensor:
        """Your backward, without the factor."""
        return self.yours.backward(grad) * (1 - self.p)


# %% [markdown]
# **Predict** what changes: the bundle, its mean, or the test call?
#
# *Your prediction:*

# %% figure="use-all-weights"
# subnetworks(Dropout, UseAllWeights)

# %% [markdown]
# ??? picture
#     The bundle is as good as before: training is content. But the test call leaves it. Each layer gets
#     sums $1/0.6 = 1.67$ times as large as it has ever seen, so the curve is too steep and too high.
#
# **Question.** The training loss says nothing of it. Which call of yours would?
#
# ??? answer
#     `moments(UseAllWeights)`: $1.6$, $-0.8$ and $3.2$ in training, $2$, $-1$ and $4$ at test time.
#     The mean of a layer should not depend on `training`.

# %% [markdown]
# ### A complaint
#
# A network is in use. Its users write: "The same question gets another answer every time, and a
# slightly different question a quite different one." This layer is what runs.


# %%
class Served:
    """What somebody put into use."""

    def __init__(self, p: float) -> None:
        self.yours = Dropout(p)

    def forward(self, x: Tensor, training: bool, generator: Generator) -> Tensor:
        """Find out."""
        return self.yours.forward(x, True, generator)

    def backward(self, grad: Tensor) -> Tensor:
        """Your backward."""
        return self.yours.backward(grad)


# %% figure="served"
# subnetworks(Dropout, Served)

# %% [markdown]
# **Diagnose** it from the picture first, then from the code.
#
# ??? answer
#     The call drops at test time too: someone forgot to leave training mode. Each point of the curve
#     has a mask of its own, so it jumps about the mean by as much as thin networks differ. On average
#     nothing is wrong, so a mean over many test points may hide it.

# %% [markdown]
# ## 6. What dropout does not say
#
# By hand: a unit computes $\max(0, y_1 - y_2)$ of $x = (1, 1)$, with $p = 0.5$. Each $y_i$ is $0$
# or $2$, and the four masks are equally likely:
#
# | $y_1$ | $y_2$ | unit |
# |--:|--:|--:|
# | 0 | 0 | 0 |
# | 2 | 0 | 2 |
# | 0 | 2 | 0 |
# | 2 | 2 | 0 |
#
# The mean is $0.5$; the test call gives $\max(0, 1 - 1) = 0$. Only for a linear unit is the test
# call the mean of the thin ones.

# %% [markdown]
# The bundle is not an error bar either. Its width comes from $p$ and from how much units share; it
# doesn't shrink with more data, and where there are no points it need not grow.
#
# **Question.** All 24 points are measured again, a hundred times each. What becomes of the best
# curve's uncertainty, and what of the bundle?
#
# ??? answer
#     The uncertainty falls to about a tenth. The bundle stays about as wide: the same units are dropped
#     as often as before.

# %% [markdown]
# ## 7. Transfer
#
# A layer's units have mean zero over the data. `Dropout(0.5)` follows, then batch normalization: it
# divides by the standard deviation of what it gets, in training that of the batch, at test time one
# that it stored in training.
#
# 1. By what factor is the stored *variance* wrong at test time, and in which direction?
# 2. What does that do to what comes out?
# 3. Does `VanillaDropout` mend it? And dropout *behind* batch normalization?
#
# Give a reason from the formulas for each.

# %% [markdown]
# *Your answer:*

# %% active="py"
# For the instructor, since no machine grades the answer above.
#
# 1. With E[x] = 0, Var[y] in training is E[y²] = E[x²] / (1 − p): twice the variance v that x has.
#    At test time y = x has v. So the stored variance is too large by 1 / (1 − p) = 2.
# 2. They are too small by √2: standard deviation .71 instead of 1. Layers behind see less than they
#    were trained on.
# 3. No: training has E[y²] = (1 − p) v, the test (1 − p)² v; the ratio is 1 / (1 − p) again. Behind
#    batch normalization the stored statistics are right, since nothing random stands before them
#    (but the next batch normalization has the same trouble).
#
# Measured: training and true error of the fit without dropout .001 and .048; with p = .1: .019 and
# .029; .3: .046 and .018; .5: .054 and .018. Distance of the test call from the mean of the thin
# networks at p = .4: .05, and .56 without the factor; spread .19.

# %% [markdown]
# ## Before you submit
#
# - Restart the kernel and run all cells: the grader, too, runs this notebook from top to bottom,
#   with nothing left over from earlier tries.
# - Each check says that all its cases pass. Grading uses further cases of the same contract.
# - Your predictions stand where you wrote them, right or wrong, and section 7 has an answer.
# - Save. The file's name stays `dropout.ipynb`.
