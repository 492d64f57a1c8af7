# ---
# autograder:
#   about: other names, a cell that can't be parsed, a number in a function's place
#   expects:
#     standardize: undefined
#     min_max: wrong kind
#     batchnorm_forward: undefined
#     batchnorm_backward: undefined
# ---
# %% solution="standardize"
def standardise(x):
    return (x - x.mean(0)) / x.std(0, correction=0)


# %% solution="min_max"
min_max = 0.5


# %% solution="batchnorm_forward"
class BatchNorm1d:
    def __init__(self, num_features, eps, momentum)
        self.eps = eps
