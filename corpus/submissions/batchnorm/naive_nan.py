# ---
# autograder:
#   about: as naive_variance, without a guard below zero, so that roots are NaN
#   expects:
#     standardize: not finite
# ---
# %% solution="standardize"
def standardize(x):
    var = (x**2).mean(0) - x.mean(0) ** 2
    varies = x.amax(0) > x.amin(0)
    return torch.where(varies, (x - x.mean(0)) / var.sqrt(), torch.zeros_like(x))
