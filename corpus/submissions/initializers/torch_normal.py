# ---
# autograder:
#   about: torch.normal with tensors of means and of standard deviations
# ---
# %% solution="zeros"
def zeros(n_in: int, n_out: int) -> torch.Tensor:
    return torch.full((n_in, n_out), 0.0)


# %% solution="normal"
def normal(n_in: int, n_out: int, std: float, generator: torch.Generator) -> torch.Tensor:
    return torch.normal(torch.zeros(n_in, n_out), torch.full((n_in, n_out), std), generator=generator)


# %% solution="xavier_normal"
def xavier_normal(n_in: int, n_out: int, generator: torch.Generator) -> torch.Tensor:
    std = torch.tensor(2 / (n_in + n_out)).sqrt().expand(n_in, n_out)
    return torch.normal(0.0, std, generator=generator)


# %% solution="he_normal"
def he_normal(n_in: int, n_out: int, generator: torch.Generator, mode: str) -> torch.Tensor:
    variance = 2 / n_in if mode == "fan_in" else 4 / (n_in + n_out)
    return torch.normal(0.0, variance**0.5, (n_in, n_out), generator=generator)
