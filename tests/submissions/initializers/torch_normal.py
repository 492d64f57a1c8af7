# ---
# autograder:
#   about: torch.normal with a tensor of standard deviations
# ---
# %% solution="normal"
def normal(n_in: int, n_out: int, std: float, generator: torch.Generator) -> torch.Tensor:
    return torch.normal(torch.zeros(n_in, n_out), torch.full((n_in, n_out), std), generator=generator)
