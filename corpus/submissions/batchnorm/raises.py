# ---
# autograder:
#   about: an index out of range, a missing argument, another constructor, a key that is not there
#   expects:
#     standardize: raised
#     min_max: raised
#     batchnorm_forward: raised
#     batchnorm_backward: raised
# ---
# %% solution="standardize"
def standardize(x):
    return torch.stack([x[:, j] - x[:, j].mean() for j in range(x.shape[1] + 1)], dim=1)


# %% solution="min_max"
def min_max(x, low, high):
    return (x - low) / (high - low)


# %% solution="batchnorm_forward"
class BatchNorm1d:
    def __init__(self, features):
        self.gamma = torch.ones(features)

    def forward(self, x, training):
        return self.gamma * x
