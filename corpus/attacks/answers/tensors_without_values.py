# ---
# autograder:
#   about: answers with sparse, meta, quantized, nested, complex and expanded tensors
#   gets: 0
#   others: unsolved
# ---
# %%
class Odd:
    def __init__(self, **settings):
        pass

    def update(self, params, grads):
        for name, p in list(params.items()):
            params[name] = self.made_of(p)


# %% solution="sgd"
class SGD(Odd):
    def made_of(self, p):
        return torch.sparse_coo_tensor(torch.empty(2, 0), [], p.shape)

# %% solution="momentum"
class Momentum(Odd):
    def made_of(self, p):
        return p.to("meta")

# %% solution="adagrad"
class AdaGrad(Odd):
    def made_of(self, p):
        return torch.quantize_per_tensor(p.float(), 1.0, 0, torch.qint8)

# %% solution="rmsprop"
class RMSProp(Odd):
    def made_of(self, p):
        return torch.nested.nested_tensor([p[0], p[0, :1]])

# %% solution="adam"
class Adam(Odd):
    def made_of(self, p):
        return p.to(torch.complex64)

# %% solution="lecture_adam"
class LectureAdam(Odd):
    def made_of(self, p):
        return p.new_zeros(1).expand(p.shape)
