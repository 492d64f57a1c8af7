# %% [markdown]
# # Initializers
#
# Before the first step of training, a network has weights already. They decide whether a signal
# gets through the layers and whether a gradient comes back. You write five starts, one or two lines
# each; your own functions then show at which depth each of them fails.
#
# You need about 60 minutes. Run the cells from top to bottom. Before each picture, double-click the
# cell above it and write down a prediction; then run the picture, and unfold what it shows.

# %% locked="setup"
from math import sqrt

import torch
from torch import Generator, Tensor

from autograder import check
from autograder.figures.initializers import (
    both_ways,
    depth,
    fan,
    growth,
    histograms,
    saturation,
    sums,
    training,
    twins,
)

# %% [markdown]
# ## 0. The interface
#
# A layer takes a row $x$ of $n_\text{in}$ numbers to $y = xW$, a row of $n_\text{out}$.
#
# > **Contract**
# > - The result is a new `torch.float32` tensor of shape `(n_in, n_out)`: column $j$ belongs to
# >   output $j$. (`torch.nn.Linear` keeps the transpose.)
# > - Each weight is drawn independently of all others.
# > - All randomness comes from `generator`: the same seed gives the same weights, and a second call
# >   goes on where the first one stopped. Seed nothing yourself.
# > - `torch.nn.init` has such functions; here you write them.

# %% [markdown]
# | symbol | in code | what it is |
# |:--|:--|:--|
# | $W$, $w$ | the result | all weights of a layer, one of them |
# | $n_\text{in}$, $n_\text{out}$ | `n_in`, `n_out` | inputs and outputs of the layer |
# | $\sigma$ | `std` | a standard deviation; $\sigma^2$ is the variance |
# | $E[x^2]$ | | the mean square: $\text{Var}(x)$ plus the squared mean |
#
# NumPy is welcome inside. Its seed then comes from `generator`, too:
# `int(torch.randint(2**62, (1,), generator=generator))`.

# %% [markdown]
# ### How can random numbers be checked?
#
# Not one by one: a right answer may draw in any order. `check` draws 15,000 weights, and again from
# the same seed. It measures their mean, their deviation, how many are near 0 and how many far out,
# whether neighbours are related, and what the seed does.
#
# The bounds are so wide that chance alone fails a right submission less than once in a billion, and
# so narrow that each known mistake is seen.

# %% [markdown]
# ## 1. Zeros
#
# The simplest start: every weight is 0.
#
# > **Convention.** Shape `(n_in, n_out)`, float32, exactly 0, without a generator.


# %% solution="zeros"
def zeros(n_in: int, n_out: int) -> Tensor:
    """Weights of shape (n_in, n_out), all of them 0."""
    ### BEGIN SOLUTION
    return torch.zeros(n_in, n_out)
    ### END SOLUTION


# %% [markdown]
# ??? hint
#     torch has a function that makes just this tensor from its two sizes.
#
# ??? hint
#     The number of rows comes first, and the dtype is float32 unless you say otherwise. (NumPy's is
#     float64.)

# %% check="zeros"

# %% [markdown]
# ### Two units, one fate
#
# By hand: two inputs $x = (1, 2)$, two hidden units with the sigmoid, one output $o$, the loss
# $o^2$, and every weight $0.5$.
#
# | | unit 1 | unit 2 |
# |:--|--:|--:|
# | $z = xW_1$ | 1.5 | 1.5 |
# | $h$ | 0.8176 | 0.8176 |
# | $\partial L/\partial h$ | 0.8176 | 0.8176 |
# | column of $\partial L/\partial W_1$ | 0.1219, 0.2439 | 0.1219, 0.2439 |
#
# Both units take the same step, and are alike again.

# %% [markdown]
# Now eight hidden units, 500 steps of learning *exclusive or*, which no single unit can do: the
# best constant answer, $\tfrac12$, leaves a loss of $0.25$. The table counts how many columns of
# $\partial L/\partial W_1$ differ.
#
# **Predict** the four counts, and the last two losses.
#
# *Your prediction:*

# %% figure="twins"
# twins(
#     {
#         "zeros": lambda n_in, n_out, generator: zeros(n_in, n_out),
#         "all 0.5": lambda n_in, n_out, generator: zeros(n_in, n_out) + 0.5,
#     }
# )

# %% [markdown]
# ??? table
#     One column, eight times, from the first step to the last: what starts alike stays alike. Eight
#     units are as good as one, and the loss stays at $0.25$.
#
# **Question.** Biases are nearly always started at zero. Why does that do no harm?
#
# ??? answer
#     Units with different weights get different gradients, for their biases too. One of the two must
#     break the symmetry, and weights do.

# %% [markdown]
# ## 2. Normal weights
#
# Chance makes the units different. Every weight is drawn from a normal distribution around 0:
#
# $$w \sim N(0, \sigma^2)$$
#
# > **Convention.** `std` is $\sigma$, not $\sigma^2$. The distribution is not cut off anywhere.
#
# By hand: three standard normal draws, and what they become.
#
# | draw | $\sigma = 0.1$ | $\sigma = 2$ |
# |--:|--:|--:|
# | 0.5 | 0.05 | 1 |
# | −1.2 | −0.12 | −2.4 |
# | 0.3 | 0.03 | 0.6 |


# %% solution="normal"
def normal(n_in: int, n_out: int, std: float, generator: Generator) -> Tensor:
    """Weights of shape (n_in, n_out), drawn from N(0, std²) with `generator`."""
    ### BEGIN SOLUTION
    return torch.randn(n_in, n_out, generator=generator) * std
    ### END SOLUTION


# %% [markdown]
# ??? hint
#     `torch.randn` draws from $N(0, 1)$; `torch.rand` is uniform, between 0 and 1.
#
# ??? hint
#     Times a number $c$, a draw's deviation is $c$ times as large, its variance $c^2$ times.
#
# ??? hint
#     Without `generator=generator`, `torch.randn` draws from a generator that all of torch shares.

# %% check="normal"

# %% [markdown]
# The same eight units, with `normal` weights of std 1.
#
# **Predict** the counts and the last loss.
#
# *Your prediction:*

# %% figure="twins-normal"
# twins({"normal": lambda n_in, n_out, generator: normal(n_in, n_out, 1.0, generator)})

# %% [markdown]
# <details style="margin-bottom: 1em"><summary>What the table shows</summary>
#
# Eight different columns, and a loss that goes to 0: the units share the work.
#
# </details>

# %% [markdown]
# ### How deep until float32 ends?
#
# So why not always std 1? Send a standard normal signal through layers of 256 units, without an
# activation. Each output adds up 256 products, so its variance is 256 times as large as the
# input's: the signal grows 16 times from layer to layer.
#
# The largest float32 is $3.4 \cdot 10^{38}$, or $2^{128}$.
#
# **Predict** the first layer that holds an infinite number.
#
# *Your prediction:*

# %% figure="growth"
# growth(normal, stds=(1.0,))

# %% [markdown]
# ??? picture
#     $16^{32} = 2^{128}$: layer 32. The dashed line is $16$ to the power of the layer, the dots are
#     measured with your weights.
#
# **Question.** Which layer would it be with 1024 units?
#
# ??? answer
#     The factor is $\sqrt{1024} = 32 = 2^5$, and $2^{5 \cdot 26} > 2^{128}$: layer 26. Twenty-five
#     layers reach $2^{125}$.

# %% [markdown]
# ### A small std, then?
#
# Three values, 60 layers: $0.01$, which is in many old programs; $1/16 = 0.0625$; and $0.1$.
#
# **Predict** for each by which factor the signal changes in a layer, and where it ends.
#
# *Your prediction:*

# %% figure="growth-small"
# growth(normal, stds=(0.01, 0.0625, 0.1), layers=60)

# %% [markdown]
# ??? picture
#     The factor is $\sqrt{256}\,\sigma$: $0.16$, $1$, $1.6$. With $0.01$ every number is exactly 0 from
#     about layer 57 on. Only $\sigma = 1/\sqrt{256}$ keeps the signal.
#
# **Question.** Someone found that std $0.01$ works well, in a network of two layers with 10,000
# units. What was the factor there?
#
# ??? answer
#     $\sqrt{10\,000} \cdot 0.01 = 1$. No fixed number is right: the right one depends on the width, and
#     a wrong one shows only in depth.

# %% [markdown]
# ## 3. The variance of a sum
#
# For independent weights with mean 0, and any inputs:
#
# $$\text{Var}(y) = n_\text{in} \cdot \text{Var}(w) \cdot E[x^2]$$
#
# Books often write $\text{Var}(x)$ for $E[x^2]$. That holds where the inputs have mean 0.
#
# By hand, $x = (1, 2, 2)$: $\text{Var}(w_1 + 2w_2 + 2w_3) = (1 + 4 + 4)\,\sigma^2 = 9\,\sigma^2$.
# The formula: $n_\text{in} = 3$, $E[x^2] = 3$, and $3 \cdot \sigma^2 \cdot 3 = 9\,\sigma^2$. But
# $\text{Var}(x) = 0.22$ would give $0.67\,\sigma^2$.

# %% [markdown]
# Measure it with your `normal`: 256 inputs, $\sigma = 0.1$, so $n_\text{in} \cdot \text{Var}(w) =
# 2.56$. The inputs are standard normal; or what ReLU leaves of such; or all ones.
#
# **Predict** the three variances of $y$.
#
# *Your prediction:*

# %% figure="sums"
# sums(normal)

# %% [markdown]
# ??? table
#     $E[x^2]$ is $1$, $\tfrac12$ and $1$, and the measured variances follow it. ReLU's output has a
#     mean of $0.4$, so its variance ($0.34$) is less than its mean square. Ones have no variance.
#
# **Question.** Where in this notebook does ReLU's $\tfrac12$ have to come back?
#
# ??? answer
#     In He's weights, as the factor 2 that makes up for it.

# %% [markdown]
# ### Two fans
#
# In a layer of shape `(3, 2)`, each output adds up **3** products: the *fan-in*, $n_\text{in}$, the
# number of rows. On the way back each input collects **2** gradients, $\partial L/\partial x =
# (\partial L/\partial y)\, W^\top$: the *fan-out*, $n_\text{out}$, the number of columns.
#
# $$\text{Var}(y) = n_\text{in}\, \text{Var}(w)\, E[x^2], \qquad
# \text{Var}\!\left(\tfrac{\partial L}{\partial x}\right) =
# n_\text{out}\, \text{Var}(w)\, E\!\left[\left(\tfrac{\partial L}{\partial y}\right)^2\right]$$
#
# Both cannot be kept unless $n_\text{in} = n_\text{out}$.

# %% [markdown]
# Take the last layer of a classifier of digits, from 784 to 10 units, and three candidates for
# $\text{Var}(w)$.
#
# **Predict.** By which factor does $1/n_\text{out}$ change the variance forwards? And
# $1/n_\text{in}$ backwards?
#
# *Your prediction:*

# %% figure="both-ways"
# both_ways(normal, n_in=784, n_out=10)

# %% [markdown]
# ??? table
#     What keeps the one way spoils the other by $78.4$. The last row is the compromise of section 4:
#     one over the mean of both fans. In a square layer it is right both ways; in any layer it makes
#     variances at most twice as large.
#
# **Question.** Why at most twice?
#
# ??? answer
#     $2 n_\text{in}/(n_\text{in} + n_\text{out})$ is below 2, whatever $n_\text{out}$ is. How small
#     they become has no such limit: here, $0.025$.

# %% [markdown]
# ## 4. Xavier, normal
#
# Glorot and Bengio (2010) take the mean of both fans. Near 0, tanh is nearly the identity, so what
# holds for sums holds for layers:
#
# $$w \sim N\!\left(0,\ \frac{2}{n_\text{in} + n_\text{out}}\right)$$
#
# > **Convention.** The fraction is the *variance*. The distribution is normal and not cut off
# > (Keras cuts off at two deviations). Both fans count: $1/n_\text{in}$, which goes by Xavier's
# > name, too, is another function.

# %% [markdown]
# By hand, for both of Xavier's forms:
#
# | $n_\text{in}$ | $n_\text{out}$ | variance | std | bound of the uniform form |
# |--:|--:|--:|--:|--:|
# | 2 | 4 | 0.3333 | 0.5774 | 1 |
# | 100 | 100 | 0.01 | 0.1 | 0.1732 |
# | 300 | 500 | 0.0025 | 0.05 | 0.0866 |
# | 784 | 10 | 0.0025 | 0.0502 | 0.0869 |


# %% solution="xavier_normal"
def xavier_normal(n_in: int, n_out: int, generator: Generator) -> Tensor:
    """Weights of shape (n_in, n_out), drawn from N(0, 2 / (n_in + n_out))."""
    ### BEGIN SOLUTION
    std = sqrt(2 / (n_in + n_out))
    return torch.randn(n_in, n_out, generator=generator) * std
    ### END SOLUTION


# %% [markdown]
# ??? hint
#     Work out std first, and compare it with the table above.
#
# ??? hint
#     `sqrt` is imported. It goes over the whole fraction.
#
# ??? hint
#     With its std at hand, this is what your `normal` does. You may call it.

# %% check="xavier_normal"

# %% [markdown]
# ## 5. Xavier, uniform
#
# The variance decides, not the shape. A uniform distribution on $[-b, b]$ has the variance $b^2/3$,
# so $b = \sqrt3\,\sigma$:
#
# $$w \sim U(-b, b), \qquad b = \sqrt{\frac{6}{n_\text{in} + n_\text{out}}}$$
#
# > **Convention.** The variance is that of section 4, $2/(n_\text{in} + n_\text{out})$. $b$ is a
# > *bound*: weights lie on both sides of 0, evenly, and the interval's width is $2b$.
#
# By hand: for 2 inputs and 4 outputs $b = 1$, and the variance is $1/3$.


# %% solution="xavier_uniform"
def xavier_uniform(n_in: int, n_out: int, generator: Generator) -> Tensor:
    """Weights of shape (n_in, n_out), uniform, with mean 0 and variance 2 / (n_in + n_out)."""
    ### BEGIN SOLUTION
    bound = sqrt(6 / (n_in + n_out))
    return (2 * torch.rand(n_in, n_out, generator=generator) - 1) * bound
    ### END SOLUTION


# %% [markdown]
# ??? hint
#     `torch.rand` is uniform between 0 and 1. Which interval do you get if you double it? And if you
#     then subtract 1?
#
# ??? hint
#     Stretch $[-1, 1]$ by the bound.
#
# ??? hint
#     Compare the bound that you work out with the table in section 4. If it is its std instead, the
#     factor 3 under the root is missing.

# %% check="xavier_uniform"

# %% [markdown]
# Both forms for a layer from 300 to 500 units, with the densities that they should follow.
#
# **Predict** the share of weights beyond $0.0866$ in size, for each of them.
#
# *Your prediction:*

# %% figure="histograms"
# histograms({"xavier_normal": xavier_normal, "xavier_uniform": xavier_uniform})

# %% [markdown]
# ??? picture
#     Uniform: none, for that is the bound. Normal: $8.3\,\%$, the two tails beyond $\sqrt3\,\sigma$.
#     The std above each panel is the same.
#
# **Question.** Does a deep network notice which of the two it got?
#
# ??? answer
#     Hardly. Each $z$ is a sum of hundreds of terms, nearly normal whatever they are; only their
#     variance is left. The next picture has both.

# %% [markdown]
# ### Twenty layers of tanh
#
# On the left the size of $z$, from layer to layer. On the right the gradient, which starts with
# size 1 at layer 20 and travels to the left.
#
# **Predict** the four curves: which shrink, which stay? And which way goes the gradient with std 1,
# where nearly every unit is at $\pm1$?
#
# *Your prediction:*

# %% figure="depth-tanh"
# depth(
#     {
#         "normal, std 0.01": lambda n_in, n_out, generator: normal(n_in, n_out, 0.01, generator),
#         "normal, std 1": lambda n_in, n_out, generator: normal(n_in, n_out, 1.0, generator),
#         "Xavier, normal": xavier_normal,
#         "Xavier, uniform": xavier_uniform,
#     },
#     activation="tanh",
# )

# %% [markdown]
# ??? picture
#     With $0.01$ both die out by $0.16$ a layer. With $1$, tanh holds the signal, but the gradient
#     *grows* to $10^{10}$: few units pass it on, yet each multiplies it by large weights. Xavier's two
#     forms coincide, and hardly shrink.
#
# **Question.** A layer's $\partial L/\partial W$ is a product of its input and of
# $\partial L/\partial z$. How large is it with std $0.01$, in the middle?
#
# ??? answer
#     About $0.16^{10} \cdot 0.16^{10} = 10^{-16}$, and so in *every* layer: in front the gradient is
#     small, at the end the input.

# %% [markdown]
# ### And the sigmoid?
#
# The lecture pairs Xavier with the sigmoid. Its slope is at most $\tfrac14$, and its output has a
# mean of $\tfrac12$.
#
# **Predict** the gradient's size at layer 0 for Xavier, after 20 layers.
#
# *Your prediction:*

# %% figure="depth-sigmoid"
# depth(
#     {
#         "normal, std 0.01": lambda n_in, n_out, generator: normal(n_in, n_out, 0.01, generator),
#         "normal, std 1": lambda n_in, n_out, generator: normal(n_in, n_out, 1.0, generator),
#         "Xavier, normal": xavier_normal,
#     },
#     activation="sigmoid",
# )

# %% [markdown]
# ??? picture
#     Xavier keeps $z$ near 0, where the sigmoid is steepest. That is the best that a variance can do:
#     the slope $\tfrac14$ still costs a factor of four a layer, and $4^{-20} \approx 10^{-12}$.
#
# **Question.** Which variance would make up for the $\tfrac14$, and what would it spoil?
#
# ??? answer
#     $16/n$. But then $z$ is large, and the slope where it is, is no longer $\tfrac14$.

# %% [markdown]
# ## 6. He
#
# ReLU sets half of its inputs to 0. By hand, with $z = -2, -1, 1, 2$:
#
# | | values | mean | mean square |
# |:--|:--|--:|--:|
# | $z$ | −2, −1, 1, 2 | 0 | 2.5 |
# | ReLU | 0, 0, 1, 2 | 0.75 | **1.25** |
#
# Wherever $z$ lies evenly about 0, half of the mean square is left. So the weights need twice the
# variance (He et al., 2015):
#
# $$n_\text{in} \cdot \text{Var}(w) \cdot \tfrac12 = 1
# \quad\Rightarrow\quad \text{Var}(w) = \frac{2}{n_\text{in}}$$

# %% [markdown]
# The lecture doubles Xavier's variance instead. With $n_\text{in} = n_\text{out}$ the two are one.
#
# > **Convention.** `mode` names the fan; weights are drawn from $N(0, 2/\text{fan})$, not cut off.
# >
# > | `mode` | fan | variance |
# > |:--|:--|:--|
# > | `"fan_in"`, He et al. | $n_\text{in}$ | $2/n_\text{in}$ |
# > | `"fan_avg"`, lecture | $(n_\text{in} + n_\text{out})/2$ | $4/(n_\text{in} + n_\text{out})$ |
# >
# > Any other mode is a `ValueError`. The cell begins with that, and grading does not ask for it.

# %% [markdown]
# By hand:
#
# | $n_\text{in}$ | $n_\text{out}$ | std, `fan_in` | std, `fan_avg` | ratio |
# |--:|--:|--:|--:|--:|
# | 100 | 100 | 0.1414 | 0.1414 | 1 |
# | 784 | 10 | 0.0505 | 0.0710 | 1.41 |
# | 100 | 900 | 0.1414 | 0.0632 | 0.45 |


# %% solution="he_normal"
def he_normal(n_in: int, n_out: int, generator: Generator, mode: str) -> Tensor:
    """Weights of shape (n_in, n_out), drawn from N(0, 2 / fan) with the fan that `mode` names."""
    if mode not in ("fan_in", "fan_avg"):
        raise ValueError(f"mode is {mode!r}; it is 'fan_in' or 'fan_avg'.")
    ### BEGIN SOLUTION
    fan = n_in if mode == "fan_in" else (n_in + n_out) / 2
    return torch.randn(n_in, n_out, generator=generator) * sqrt(2 / fan)
    ### END SOLUTION


# %% [markdown]
# ??? hint
#     Only the fan depends on the mode. Settle it first.
#
# ??? hint
#     The average of both fans is their sum, halved. Compare your std with the table.
#
# ??? hint
#     Then, in either mode: the root of 2 over the fan, times standard normal draws.

# %% check="he_normal"

# %% [markdown]
# Twenty layers of ReLU, all of the same width.
#
# **Predict** Xavier's signal at layer 20, if He's stays near 1.
#
# *Your prediction:*

# %% figure="depth-relu"
# depth(
#     {
#         "Xavier": xavier_normal,
#         "He, fan_in": lambda n_in, n_out, generator: he_normal(n_in, n_out, generator, "fan_in"),
#     },
#     activation="relu",
# )

# %% [markdown]
# ??? picture
#     Half of the mean square is lost in each layer: $2^{-20}$ after twenty, or $2^{-10} \approx 0.001$
#     in size, forwards and backwards alike.
#
# **Translate**, then unfold.
#
# 1. You hand a tensor of shape `(784, 10)` to `torch.nn.init.kaiming_normal_`, as it is. Which
#    variance do you get?
# 2. Keras's `he_normal` gives a layer no weight beyond $2.27\,\sigma$. What did it do?
#
# ??? answers
#     1. torch expects `(n_out, n_in)` and takes the columns for the fan-in: $2/10$.
#     2. It cuts off at two deviations of a wider normal distribution, so that $\sigma$ comes out right.

# %% [markdown]
# ## 7. The fan
#
# Write $\sigma = \text{gain}/\sqrt{n}$. ReLU layers then multiply the signal by
# $\text{gain}/\sqrt2$, so on a logarithmic axis each gain is a straight line, with the slope
# $\log_{10}(\text{gain}/\sqrt2)$.
#
# Nine gains, thirty layers. Dashed is what the formula predicts, solid what your `normal` measures.
#
# **Predict.** Where do Xavier (gain 1) and He (gain $\sqrt2$) end? And the gradients: the same fan,
# or another one?
#
# *Your prediction:*

# %% figure="fan"
# fan(normal)

# %% [markdown]
# ??? picture
#     One line is level: He's. Xavier ends at $-0.15 \cdot 30 = -4.5$. A gain $19\,\%$ too large makes a
#     factor of $10^{2.3}$. The gradients make the same fan, mirrored, for the layers are square.
#
# **Questions**
#
# 1. The solid lines leave the dashed ones a little, all alike. Why?
# 2. How deep may a network with Xavier and ReLU be that tolerates a factor of 1000?
#
# ??? answers
#     1. All gains scale the same random draws, and 256 units don't average chance away.
#     2. $3/0.15 = 20$ layers.

# %% [markdown]
# ## 8. tanh won't explode
#
# With ReLU, a large gain is seen at once. tanh hides it: no output is beyond $\pm1$.
#
# The picture draws, for five gains, the share of outputs beyond $0.99$, where tanh's slope is below
# $0.02$, and the gradient.
#
# **Predict** the share in layer 20 for gain 1, 4 and 16.
#
# *Your prediction:*

# %% figure="saturation"
# saturation(normal, gains=(1, 2, 4, 8, 16))

# %% [markdown]
# ??? picture
#     None, $46\,\%$ and $87\,\%$, in every layer from the second on. A pinned unit passes next to
#     nothing back, and a small step of its weights does not free it. The gradient grows all the same,
#     through the few that are not pinned.
#
# **Question.** Someone prints the outputs' standard deviation, finds $0.97$ in all layers, and is
# content. What should be printed beside it?
#
# ??? answer
#     The share near $\pm1$, or the gradient's size by layer: gain 16 has that deviation, too.

# %% [markdown]
# ## 9. Does it matter in training?
#
# Three spirals, twelve hidden ReLU layers of 64 units, plain gradient descent at one rate; the grey
# line is $\ln 3$, the loss of one who guesses. On the right, each layer's first step as a share of
# its weights; $10^{-3}$ or a little less is a good pace.
#
# **Predict** the three losses after 300 steps.
#
# *Your prediction:*

# %% figure="training"
# training(
#     {
#         "normal, std 0.01": lambda n_in, n_out, generator: normal(n_in, n_out, 0.01, generator),
#         "Xavier": xavier_normal,
#         "He, fan_in": lambda n_in, n_out, generator: he_normal(n_in, n_out, generator, "fan_in"),
#     }
# )

# %% [markdown]
# ??? picture
#     He's network learns; Xavier's has hardly begun; with $0.01$ nothing happens, nor would it in a
#     million steps: float32 does not even see steps of $10^{-18}$.
#
# **Question.** Xavier's steps are about 100 times as short as He's. Would a rate 100 times as large
# help?
#
# ??? answer
#     At first: the loss falls. But as the weights grow towards He's size, so do the gradients, and in
#     the second half all breaks down. Ten times the rate does work here; a good start spares the
#     search.

# %% [markdown]
# ## 10. Transfer
#
# A residual network computes $x \leftarrow x + f(x)$ in each of $L$ blocks. With He's weights,
# $\text{Var}\,f(x) = \text{Var}\,x$; take $f(x)$ for uncorrelated with $x$.
#
# 1. By which factor does the variance grow in one block? In 50?
# 2. Now $x \leftarrow x + a\, f(x)$. Which $a$, depending on $L$, keeps the variance bounded at any
#    depth, without making the branches useless?
# 3. $a = 1/L$ keeps it bounded, too. Why is it not the answer?
#
# Give a reason from a formula for each, in two or three sentences.

# %% [markdown]
# *Your answer:*

# %% active="py"
# For the instructor, since no machine grades the answer above.
#
# 1. Variances of uncorrelated terms add up: 2, and 2^50 = 1.1e15.
# 2. A block multiplies by 1 + a², all of them by (1 + a²)^L. With a = 1/√L this is (1 + 1/L)^L,
#    which grows towards e = 2.72 and never passes it (2.69 for L = 50). Any a = c/√L will do, with
#    e^(c²).
# 3. (1 + 1/L²)^L goes to 1: all branches together add a share of 1/L to the variance, and the
#    network becomes the identity as it gets deeper. With 1/√L they add e − 1 = 1.72 times the
#    variance of the input.
#    "Because it is too small" without a formula is half of it.

# %% [markdown]
# ## Before you submit
#
# - Restart the kernel and run all cells: the grader, too, runs this notebook from top to bottom,
#   with nothing left over from earlier tries.
# - Each check says that all its cases pass. Grading uses further cases of the same contract.
# - Your predictions stand where you wrote them, right or wrong, and section 10 has an answer.
# - Save. The file's name stays `initializers.ipynb`.
