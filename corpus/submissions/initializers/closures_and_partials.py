# ---
# autograder:
#   about: functions that make functions; the names that count are bound at the end
# ---
# %%
from functools import partial, wraps
from operator import mul, truediv


def scaled(std_of):
    def initializer(n_in, n_out, generator, **more):
        shape = (n_in, n_out)
        return mul(std_of(n_in, n_out, **more), torch.randn(shape, generator=generator))

    return initializer


def over(numerator, fan):
    return lambda n_in, n_out, **more: truediv(numerator, fan(n_in, n_out, **more)) ** 0.5


# %% solution="zeros"
zeros = lambda n_in, n_out: torch.zeros((n_in, n_out))

# %% solution="normal"
normal = scaled(lambda n_in, n_out, std: std)

# %% solution="xavier_normal"
xavier_normal = scaled(over(2, lambda n_in, n_out: n_in + n_out))

# %% solution="xavier_uniform"
def uniform(low, high, n_in, n_out, generator):
    return low + (high - low) * torch.rand(n_in, n_out, generator=generator)


@wraps(uniform)
def xavier_uniform(n_in, n_out, generator):
    bound = over(6, lambda n_in, n_out: n_in + n_out)(n_in, n_out)
    return partial(uniform, -bound, bound)(n_in, n_out, generator)


# %% solution="he_normal"
he_normal = scaled(over(2, lambda n_in, n_out, mode: {"fan_in": n_in, "fan_avg": (n_in + n_out) / 2}[mode]))
