# %% [markdown]
# # Batch normalization
#
# A layer that shifts and scales each of its inputs by what the others in the batch are. You write
# it forwards and backwards, in its two modes, and your own class then draws what that costs.
#
# You need 60 to 90 minutes. Run the cells from top to bottom. Before each picture, double-click the
# cell above it and write down a prediction; then run the picture, and unfold what it shows.

# %% locked="setup"
import torch
from torch import Tensor

from autograder import check
from autograder.figures.batchnorm import (
    batch_mates,
    batch_sizes,
    batchnorm_by_hand,
    deep_layers,
    gradient_report,
    rescaled_weights,
    running_statistics,
)

# %% [markdown]
# ## 0. The same image, three answers
#
# A finished network says whether the bar in an image is upright, level or slanted. It measures how
# well the image fits each kind, sends the three numbers through batch normalization, which was left
# in *training* mode, and makes probabilities of them. It has no randomness.
#
# One upright bar goes in three times, with 30 other images: of all kinds; of the other two kinds;
# of its own kind.
#
# **Predict.** Does the answer stay the same?
#
# *Your prediction:*

# %% figure="mates"
# batch_mates()

# %% [markdown]
# ??? picture
#     The answer depends on the batch. Each number is compared with the same number of the *others*:
#     among upright bars, to be upright is nothing special, and the small differences in the other two
#     numbers decide.

# %% [markdown]
# **Question.** The network is right, and its weights are the same. Which information would it need
# to answer for a single image, independently of any batch?
#
# ??? answer
#     A mean and a spread of each number that do not come from this batch: those of the training data,
#     gathered beforehand. That is what a layer's *eval* mode uses, and why it has two modes at all.

# %% [markdown]
# ## 1. Standardize
#
# First without a layer. A batch `x` has a sample in each row, a feature in each column.
# Standardizing gives each column mean 0 and variance 1:
#
# $$\mu = \frac1N \sum_i x_i, \qquad \sigma^2 = \frac1N \sum_i (x_i - \mu)^2, \qquad
# z_i = \frac{x_i - \mu}{\sigma}$$
#
# > **Convention.** Each column by itself. The variance is the *biased* one, divided by $N$. A
# > constant column, for which this is $0/0$, becomes 0. Nothing is added to $\sigma$. The result is
# > a new tensor with `x`'s dtype; `x` stays as it is.

# %% [markdown]
# By hand, for the column $1, 2, 6$. It returns in every section.
#
# | $x$ | $x - \mu$ | $(x - \mu)^2$ | $z$ |
# |--:|--:|--:|--:|
# | 1 | −2 | 4 | −0.926 |
# | 2 | −1 | 1 | −0.463 |
# | 6 | 3 | 9 | 1.389 |
#
# $\mu = 9/3 = 3$ and $\sigma^2 = 14/3 = 4.667$, so $\sigma = 2.160$. Divided by $N - 1$ instead,
# the variance is $7$: the *unbiased* one, which you need later for something else.
#
# Write it with torch, or with NumPy inside: a tensor comes in, and a tensor has to come out.


# %% solution="standardize"
def standardize(x: Tensor) -> Tensor:
    """Each column of x with mean 0 and variance 1; a constant column becomes 0."""
    ### BEGIN SOLUTION
    deviation = x - x.mean(dim=0)
    sigma = (deviation**2).mean(dim=0).sqrt()
    # Not where sigma is 0: rounding can leave a constant column a tiny one.
    return torch.where(x.amax(dim=0) > x.amin(dim=0), deviation / sigma, 0)
    ### END SOLUTION


# %% [markdown]
# ??? hint
#     `x.mean()` is one number for all columns. The argument `dim` says which axis disappears.
#
# ??? hint
#     `torch.var` and `torch.std` divide by $N - 1$ unless you say otherwise: `correction=0`. The mean
#     of the squared deviations does it, too.
#
# ??? hint
#     `torch.where(condition, a, b)` takes from `a` where the condition holds, else from `b`; NaN in `a`
#     does no harm where it isn't taken. A column is constant where its largest entry is its smallest.

# %% check="standardize"

# %% [markdown]
# ### Far from zero
#
# One of the checks has numbers near 10,000 that differ by about 1. Many books have a shorter
# variance: $\sigma^2 = \overline{x^2} - \mu^2$. In float32, for the column $10000, 10001, 10002$:
#
# | | exact | in float32 |
# |:--|--:|--:|
# | $\overline{x^2}$ | 100,020,001.67 | 100,020,000 |
# | $\mu^2$ | 100,020,001 | 100,020,000 |
# | difference | 0.67 | 0 |
#
# **Question.** Why is nothing left?
#
# ??? answer
#     A float32 has 24 binary digits: near $10^8$, neighbours are 8 apart. Both numbers are rounded to a
#     multiple of 8, and what differed is gone. Subtract the mean first, then square.

# %% [markdown]
# ## 2. Min-max scaling
#
# The other common scale ends at 0 and 1:
#
# $$z_i = \frac{x_i - \min x}{\max x - \min x}$$
#
# > **Convention.** Each column by itself; a constant column becomes 0; `x` stays as it is.
#
# By hand: $1, 2, 6$ becomes $0, 0.2, 1$.


# %% solution="min_max"
def min_max(x: Tensor) -> Tensor:
    """Each column of x moved and scaled to [0, 1]; a constant column becomes 0."""
    ### BEGIN SOLUTION
    low, high = x.amin(dim=0), x.amax(dim=0)
    return torch.where(high > low, (x - low) / (high - low), 0)
    ### END SOLUTION


# %% [markdown]
# ??? hint
#     `x.amin(dim=0)` is the smallest entry of each column. (`x.min(dim=0)` gives its place, too.)
#
# ??? hint
#     Subtract first, then divide; the brackets say so. The guard is the one of `standardize`.
#
# ??? hint
#     Name the two extremes, then write one `torch.where` with three arguments: whether the larger is
#     larger, the fraction, zero.

# %% check="min_max"

# %% [markdown]
# **Question.** In a column of 1,000 numbers between 0 and 1, one is wrong and reads 1000. What
# becomes of the others under min-max scaling, and what if they are standardized?
#
# ??? answer
#     Min-max: all others end below $0.001$. Standardized: $\mu \approx 1.5$ and $\sigma \approx 31.6$,
#     so that the others lie within $0.03$ of each other. Neither is robust; $\sigma$ grows with the
#     outlier's size over $\sqrt N$, the range with all of its size.

# %% [markdown]
# ## 3. The layer
#
# Ioffe and Szegedy (2015) put standardization *into* the network, and gave each feature a scale
# $\gamma$ and a shift $\beta$ that are learned:
#
# $$\hat x = \frac{x - \mu}{\sqrt{\sigma^2 + \varepsilon}}, \qquad y = \gamma\, \hat x + \beta$$
#
# | symbol | in code | what it is |
# |:--|:--|:--|
# | $\mu$, $\sigma^2$ | your choice | a column's mean and biased variance |
# | $\varepsilon$ | `eps` | a small number that prevents $0/0$ |
# | $\gamma$, $\beta$ | `gamma`, `beta` | the scale and shift of a feature |
# | $M$, $V$ | `running_mean`, `running_var` | what eval mode uses instead |
# | $\alpha$ | `momentum` | the weight of the new batch |

# %% [markdown]
# > **Contract**
# > - The constructor gets `num_features`, `eps` and `momentum` by name.
# > - `gamma`, `beta`, `running_mean` and `running_var` are attributes: tensors of shape
# >   `(num_features,)`, at first 1, 0, 0 and 1. The caller may assign others: use what is there.
# > - `forward(x, training)` gives a new tensor of the shape of `x`, `(rows, num_features)`, and its
# >   dtype, float32 or float64. `x` stays as it is.
# > - In training, one row raises a `ValueError`; in eval mode it is welcome.
# > - `torch.nn` has this layer; here you write it.

# %% [markdown]
# ## 4. Forward
#
# **In training**, the batch is normalised with its own $\mu$ and $\sigma^2$. Then both running
# values move a little:
#
# $$M \leftarrow (1 - \alpha)\, M + \alpha\, \mu, \qquad
# V \leftarrow (1 - \alpha)\, V + \alpha\, \frac{N}{N-1}\, \sigma^2$$
#
# **In eval mode**, $M$ and $V$ stand in the place of $\mu$ and $\sigma^2$, and nothing moves.

# %% [markdown]
# > **Convention.** As in PyTorch: the *biased* variance normalises, the *unbiased* one is gathered,
# > and $\alpha$ is the weight of the *new* value. Keras gathers the biased variance, and its
# > `momentum` is the weight of the *old* value. $\varepsilon$ is under the root, in both modes, and
# > is not gathered.

# %% [markdown]
# By hand, with $\gamma = 1$, $\beta = 0$, $\alpha = 0.1$ and $\varepsilon$ too small to be seen. A
# new layer gets $1, 2, 6$ in training, then again in eval mode:
#
# | $x$ | in training | then in eval |
# |--:|--:|--:|
# | 1 | −0.926 | 0.553 |
# | 2 | −0.463 | 1.344 |
# | 6 | 1.389 | 4.506 |
#
# In between, $M = 0.9 \cdot 0 + 0.1 \cdot 3 = 0.3$ and $V = 0.9 \cdot 1 + 0.1 \cdot 7 = 1.6$. So in
# eval mode, $(1 - 0.3)/\sqrt{1.6} = 0.553$. With the biased variance, $V$ would be $1.367$.


# %% solution="batchnorm_forward"
class BatchNorm1d:
    """Batch normalization of the columns of a batch (Ioffe & Szegedy, Algorithm 1).

    gamma, beta, running_mean and running_var have the shape (num_features,).
    """

    def __init__(self, num_features: int, eps: float, momentum: float) -> None:
        self.eps = eps
        self.momentum = momentum
        ### BEGIN SOLUTION
        self.gamma = torch.ones(num_features)
        self.beta = torch.zeros(num_features)
        self.running_mean = torch.zeros(num_features)
        self.running_var = torch.ones(num_features)
        self.cache: tuple[Tensor, Tensor] | None = None
        ### END SOLUTION

    def forward(self, x: Tensor, training: bool) -> Tensor:
        """The output for x, of shape (rows, num_features)."""
        ### BEGIN SOLUTION
        if not training:
            x_hat = (x - self.running_mean) / (self.running_var + self.eps).sqrt()
            return self.gamma * x_hat + self.beta
        rows = len(x)
        if rows < 2:
            raise ValueError(f"a batch of {rows} row has no variance to learn from: give two.")
        mean = x.mean(dim=0)
        var = ((x - mean) ** 2).mean(dim=0)
        kept = 1 - self.momentum
        self.running_mean = kept * self.running_mean + self.momentum * mean
        self.running_var = kept * self.running_var + self.momentum * var * rows / (rows - 1)
        sigma = (var + self.eps).sqrt()
        x_hat = (x - mean) / sigma
        self.cache = x_hat, sigma
        return self.gamma * x_hat + self.beta
        ### END SOLUTION

    def backward(self, grad_out: Tensor) -> dict[str, Tensor]:
        """The gradients of x, gamma and beta."""
        return batchnorm_backward(self, grad_out)  # you write it in section 6


# %% [markdown]
# ??? hint
#     Write the formula for $\hat x$ once, for any mean and variance. The mode only decides which two
#     go in, and whether the running values move.
#
# ??? hint
#     Refuse the single row first, before anything moves. The two variances of a batch differ by one
#     factor, in which the number of rows stands twice.
#
# ??? hint
#     In eval mode $\gamma$, $\beta$ and $\varepsilon$ are used as well. For section 6, keep in `self`
#     what backward will need: $\hat x$ and the root that you divided by.

# %% check="batchnorm_forward"

# %% figure="forward-by-hand"
# batchnorm_by_hand(BatchNorm1d)

# %% [markdown]
# ### What the running values find
#
# Now 400 batches of four rows, drawn with mean $3$ and variance $4$, and $\alpha = 0.02$.
#
# **Predict.** Where does `running_var` settle? Where would it, if it gathered the biased variance?
#
# *Your prediction:*

# %% figure="running"
# running_statistics(BatchNorm1d)

# %% [markdown]
# ??? picture
#     Both settle at what the data have. The biased variance of $N$ rows is on average $(N-1)/N$ of the
#     true one: with four rows, $3$ instead of $4$, and every output in eval mode would be 15 % too
#     large.

# %% [markdown]
# **Question.** With $\alpha = 0.1$, after how many batches is less than 5 % left of the start?
#
# ??? answer
#     $0.9^{29} = 0.047$: 29 batches. A layer that was trained for less than that, or is evaluated in
#     between, still remembers the 0 and the 1 with which it started.

# %% [markdown]
# ## 5. What a batch costs
#
# In section 0, the batch-mates were chosen. Now they are drawn at random, from a normal
# distribution with mean 0 and variance 1. One sample, $x = 1$, stands in 4,000 batches of each size
# $B$. A new layer's running values, 0 and 1, are right for these: in eval mode its output is 1.
#
# **Predict.** Which outputs are possible at all for $B = 2$? And how wide is the histogram for
# $B = 128$, compared with $B = 32$?
#
# *Your prediction:*

# %% figure="batch-sizes"
# batch_sizes(BatchNorm1d)

# %% [markdown]
# ??? picture
#     For $B = 2$ only $-1$ and $1$: the mean lies halfway, and $\sigma$ is half of the distance. The
#     layer tells merely which of the two is larger; the other one is smaller in 84 % of the batches.
#     With $B$, the histogram narrows like $1/\sqrt B$: four times the batch, half the width.

# %% [markdown]
# **Questions**
#
# 1. Why is no output beyond $\sqrt{B - 1}$, however large the sample is?
# 2. This noise has been called a regularizer. When is it gone?
#
# ??? answers
#     1. The $\hat x$ of a column add up to $0$, and their squares to $B$. If one is $a$, the others add
#        up to $-a$; their squares are least when all are equal, and then $a^2 + a^2/(B-1) \le B$.
#     2. In eval mode, and for batches so large that $\mu$ and $\sigma$ hardly vary.

# %% [markdown]
# ## 6. Backward
#
# Let $g_i$ be the gradient of the loss with respect to $y_i$. $\gamma$ and $\beta$ are easy, for
# they act on each row alike. $x_i$ is not: it moves its own output, and, through $\mu$ and
# $\sigma^2$, the output of every row in its column. With $s = \sqrt{\sigma^2 + \varepsilon}$ and
# $h_i = \gamma g_i$, the gradient of $\hat x_i$, the pieces are
#
# $$\frac{\partial \hat x_i}{\partial x_i} = \frac1s, \quad
# \frac{\partial \hat x_i}{\partial \mu} = -\frac1s, \quad
# \frac{\partial \hat x_i}{\partial \sigma^2} = -\frac{x_i - \mu}{2 s^3}, \quad
# \frac{\partial \mu}{\partial x_i} = \frac1N, \quad
# \frac{\partial \sigma^2}{\partial x_i} = \frac{2 (x_i - \mu)}{N}$$

# %% [markdown]
# > **Convention.** `backward(grad_out)` gives a dictionary with the gradients `"x"`, shaped like
# > `x`, and `"gamma"` and `"beta"`, of shape `(num_features,)`: sums over the rows, not means. They
# > belong to the last `forward` in training. Before any, a `RuntimeError` is raised. `grad_out`
# > stays as it is. After a `forward` in eval mode nobody asks.
#
# The method stands in the class already, and calls your function with the layer as first argument.

# %% [markdown]
# By hand: $1, 2, 6$ again, with $\gamma = 1$, and only the first output counts, $g = (1, 0, 0)$.
# From $g$ on, each column is made from the one before:
#
# | $x$ | $\hat x$ | $g$ | less $\overline g$ | less $\hat x\, \overline{g \hat x}$ | over $s$ |
# |--:|--:|--:|--:|--:|--:|
# | 1 | −0.926 | 1 | 0.667 | 0.381 | 0.176 |
# | 2 | −0.463 | 0 | −0.333 | −0.476 | −0.220 |
# | 6 | 1.389 | 0 | −0.333 | 0.095 | 0.044 |
#
# $\overline g = 1/3$ and $\overline{g \hat x} = -0.309$ are means over the rows; $s = 2.160$. The
# gradient of $\gamma$ is $-0.926$, that of $\beta$ is $1$.
#
# **Predict**, before you write: what do the last column's numbers add up to, and why must they?
#
# *Your prediction:*


# %% solution="batchnorm_backward"
def batchnorm_backward(layer: BatchNorm1d, grad_out: Tensor) -> dict[str, Tensor]:
    """The gradients {"x", "gamma", "beta"} for the layer's last forward in training."""
    ### BEGIN SOLUTION
    if layer.cache is None:
        raise RuntimeError("backward needs a forward in training before it.")
    x_hat, sigma = layer.cache
    rows = len(x_hat)
    d_gamma = (grad_out * x_hat).sum(dim=0)
    d_beta = grad_out.sum(dim=0)
    centred = grad_out - d_beta / rows - x_hat * d_gamma / rows
    return {"x": layer.gamma / sigma * centred, "gamma": d_gamma, "beta": d_beta}
    ### END SOLUTION


# %% [markdown]
# ??? hint
#     Three paths lead from $x_i$ to the loss: straight, through $\mu$, through $\sigma^2$. For the last
#     two, first sum over the rows what reaches $\mu$ and $\sigma^2$; then hand each row its share.
#
# ??? hint
#     What reaches $\mu$ by way of $\sigma^2$ is $0$, for the deviations add up to $0$. Write $\hat x$
#     for $(x - \mu)/s$ wherever it appears, and take $\gamma/s$ out of all three.
#
# ??? hint
#     In the bracket stands $g$, less its mean, less $\hat x$ times the mean of $g \hat x$: the table's
#     columns. The two sums in it are gradients that you return anyway.

# %% check="batchnorm_backward"

# %% [markdown]
# A check compares with stored numbers. You can do without: autograd finds the same gradients by
# another road.

# %% figure="gradients"
# gradient_report(BatchNorm1d)

# %% [markdown]
# ??? table
#     *Exact* means equal to the last bit, which is asked of nobody: another order of the same sums
#     rounds otherwise. *Approximate* means within $10^{-8}$; in float64, right gradients differ by some
#     $10^{-16}$. A wrong term shows as $0.01$ or more.

# %% [markdown]
# **Question.** `dx` adds up to $0$ in each column, and so does $dx \cdot \hat x$, nearly. What do
# these two say about the layer, and where does the "nearly" come from?
#
# ??? answer
#     A step along $x_i + c$ changes nothing, since the mean takes $c$ away again: the gradient has no
#     part in that direction. Likewise for $x_i \cdot c$, but $\varepsilon$ does not grow with $x$.

# %% [markdown]
# ## 7. What the loss does not see
#
# Before the layer stands a linear one, $X W + b$. All of $W$ is multiplied by ten.
#
# **Predict** three numbers: the loss, the length of its gradient $dW$, and the length of $db$.
#
# *Your prediction:*

# %% figure="rescaled"
# rescaled_weights(BatchNorm1d)

# %% [markdown]
# ??? table
#     The factor appears in $x$ and in $\sigma$, and cancels: the loss stays. The way to the same change
#     of $y$ is ten times as long, so the gradient is a tenth. And $b$ moves all rows of its column
#     alike: its gradient is zero but for rounding. A bias right before batch normalization is useless.

# %% [markdown]
# **Question.** $dW$ stands at a right angle to $W$. What does that do to the length of $W$ over
# many steps of SGD, and what to the effective learning rate?
#
# ??? answer
#     By Pythagoras, each step makes $W$ longer. A longer $W$ has shorter gradients, and turns less by
#     the same step: the effective rate falls like $1/|W|^2$, by itself. Weight decay works against it.

# %% [markdown]
# ## 8. Deep down
#
# Thirty layers of 64 units with ReLU. Weights are drawn with variance $\text{gain}^2/64$, for three
# gains; $\sqrt2$ is He's. The curves are the root mean square of the activations.
#
# **Predict** both panels: without your layer, and with it before each ReLU.
#
# *Your prediction:*

# %% figure="deep"
# deep_layers(BatchNorm1d)

# %% [markdown]
# ??? picture
#     Without, each layer multiplies by about $\text{gain}/\sqrt2$, thirty times. With it, the gain
#     cancels as the ten did in section 7, and three curves lie on one another at $\sqrt{1/2}$: what
#     ReLU leaves of variance 1.
#
# **Question.** Is the size of the weights now without any consequence for training?
#
# ??? answer
#     No. The outputs are the same, the gradients are not: weights twice as large have gradients half as
#     large, and the same rate turns them a quarter as far.

# %% [markdown]
# ### Why does it help?
#
# Its authors thought that training is slow because each layer's inputs keep changing their
# distribution while the layers before it learn: *internal covariate shift*, which the layer was to
# remove. That is a hypothesis, not a result. Santurkar and others (2018) put noise with a changing
# mean and variance behind every such layer: the shift was back, and training about as fast. They
# find a smoother loss instead.
#
# What you have seen does not depend on that: scales cancel, and batches add noise.

# %% [markdown]
# ## 9. Transfer
#
# A trained network with your `BatchNorm1d` runs on a server. Somebody has left it in *training*
# mode.
#
# 1. Requests arrive one by one. What comes out? What would come out if a single row were not
#    refused?
# 2. Somebody repeats each request, to make a batch of two equal rows. What comes out now?
# 3. Somebody else gathers requests until there are 32. Users complain that the same request gets
#    different answers. Why, and what else is spoiled with every batch?
#
# Give a reason from the formula for each, in two or three sentences.

# %% [markdown]
# *Your answer:*

# %% active="py"
# For the instructor, since no machine grades the answer above.
#
# 1. A ValueError, for every request. Without the refusal: x - mean is 0, so x_hat is 0 and y is
#    beta: the same answer to everybody, whatever was asked. (And N / (N - 1) divides by zero.)
# 2. The same: two equal rows have the mean x and the variance 0, so x_hat = 0 / sqrt(eps) = 0.
# 3. x_hat depends on the other 31 requests (sections 0 and 5). And the running values move with
#    every batch, towards what users send: the next evaluation is another one. Eval mode is the only
#    remedy.

# %% [markdown]
# ## Before you submit
#
# - Restart the kernel and run all cells: the grader, too, runs this notebook from top to bottom,
#   with nothing left over from earlier tries.
# - Each check says that all its cases pass. Grading uses further cases of the same contract.
# - Your predictions stand where you wrote them, right or wrong, and section 9 has an answer.
# - Save. The file's name stays `batchnorm.ipynb`.
