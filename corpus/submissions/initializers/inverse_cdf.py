# ---
# autograder:
#   about: uniform draws through the inverse of the normal distribution function
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    u = torch.rand(n_in, n_out, dtype=torch.float64, generator=generator).clamp_min(2.0**-60)
    return torch.distributions.Normal(0.0, std).icdf(u).to(torch.float32)


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    u = torch.rand(n_in, n_out, dtype=torch.float64, generator=generator).clamp_min(2.0**-60)
    return (2 * torch.erfinv(2 * u - 1) / sqrt(n_in + n_out)).float()


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    # The distribution function of a normal draw is uniform.
    u = torch.special.ndtr(torch.randn(n_in, n_out, dtype=torch.float64, generator=generator))
    return torch.lerp(u.new_tensor(-1.0), u.new_tensor(1.0), u).mul(sqrt(6 / (n_in + n_out))).float()


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    variance = {"fan_in": 2 / n_in}.get(mode, 4 / (n_in + n_out))
    u = torch.rand(n_in, n_out, dtype=torch.float64, generator=generator).clamp_min(2.0**-60)
    return (torch.special.ndtri(u) * variance**0.5).float()
