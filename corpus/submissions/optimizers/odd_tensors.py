# ---
# autograder:
#   about: parameters become tensors that hold nothing, too much, or something else than they say
#   expects:
#     sgd: wrong kind
#     momentum: wrong kind
#     adagrad: not finite
#     rmsprop: shape
#     adam: crashed
#     lecture_adam: raised
#     decayed_rate: not finite
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
        return p.to_sparse()


# %% solution="momentum"
class Momentum(Odd):
    def made_of(self, p):
        return p.to("meta")


# %% solution="adagrad"
class AdaGrad(Odd):
    def made_of(self, p):
        return p / 0


# %% solution="rmsprop"
class RMSProp(Odd):
    def made_of(self, p):
        return p.new_zeros(()).expand(1 << 20, 1 << 20)


# %% solution="adam"
class Pretender:
    """Says that it is a tensor."""

    __class__ = torch.Tensor

    def __init__(self, p):
        self.shape, self.dtype = p.shape, p.dtype

    def detach(self):
        return self

    clone = detach


class Adam(Odd):
    def made_of(self, p):
        return Pretender(p)


# %% solution="lecture_adam"
class Silent(torch.Tensor):
    """Answers every function with itself."""

    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        return args[0] if isinstance(args[0], cls) else args[0][0]


class LectureAdam(Odd):
    def made_of(self, p):
        return p.as_subclass(Silent)


# %% solution="decayed_rate"
class Infinite(float):
    def __float__(self):
        return float("inf")


def decayed_rate(eta0, t, n):
    return Infinite(eta0 * 10 ** (-t / n))
