# ---
# autograder:
#   about: deviations by logarithms; signs drawn apart from sizes
# ---
# %%
from math import exp, log

# %% solution="normal"
def normal(n_in, n_out, std, generator):
    size = torch.randn(n_in, n_out, generator=generator).abs() * exp(log(std))
    sign = torch.randint(0, 2, (n_in, n_out), generator=generator) * 2 - 1
    return size * sign


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    return normal(n_in, n_out, exp((log(2) - log(n_in + n_out)) / 2), generator)


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    size = torch.rand(n_in, n_out, generator=generator)
    positive = torch.rand(n_in, n_out, generator=generator) < 0.5
    return torch.where(positive, size, -size) * exp(log(6 / (n_in + n_out)) / 2)


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    log_fan = log(n_in) if mode == "fan_in" else log(n_in + n_out) - log(2)
    return normal(n_in, n_out, exp((log(2) - log_fan) / 2), generator)
