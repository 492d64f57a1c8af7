# ---
# autograder:
#   about: uniform draws through the inverse of the normal distribution function
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    u = torch.rand(n_in, n_out, dtype=torch.float64, generator=generator).clamp_min(2.0**-60)
    return torch.distributions.Normal(0.0, std).icdf(u).to(torch.float32)
