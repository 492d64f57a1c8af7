# ---
# autograder:
#   about: all parameters laid end to end in one vector, stepped at once and cut up again
# ---
# %%
from torch.nn.utils import parameters_to_vector, vector_to_parameters


class Flat:
    def update(self, params, grads):
        names = sorted(params)
        step = self.step(torch.cat([grads[n].reshape(-1) for n in names]))
        for n, piece in zip(names, step.split([params[n].numel() for n in names])):
            params[n] -= piece.view(params[n].shape)


# %% solution="sgd"
class SGD(Flat):
    def __init__(self, lr):
        self.lr = lr

    def step(self, g):
        return self.lr * g


# %% solution="momentum"
class Momentum(Flat):
    def __init__(self, lr, beta):
        self.lr, self.beta, self.m = lr, beta, 0

    def step(self, g):
        self.m = self.beta * self.m + self.lr * g
        return self.m


# %% solution="adagrad"
class AdaGrad(Flat):
    def __init__(self, lr, eps):
        self.lr, self.eps, self.s = lr, eps, 0

    def step(self, g):
        self.s = self.s + g**2
        return self.lr * g / (self.s + self.eps).sqrt()


# %% solution="rmsprop"
class RMSProp(Flat):
    def __init__(self, lr, alpha, eps):
        self.lr, self.alpha, self.eps, self.s = lr, alpha, eps, 0

    def step(self, g):
        self.s = self.alpha * self.s + (1 - self.alpha) * g**2
        return self.lr * g / (self.s + self.eps).sqrt()


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.s, self.t = 0, 0, 0

    def update(self, params, grads):
        tensors = params.values()
        w, g = parameters_to_vector(tensors), parameters_to_vector([grads[n] for n in params])
        self.t += 1
        self.m = self.beta1 * self.m + (1 - self.beta1) * g
        self.s = self.beta2 * self.s + (1 - self.beta2) * g * g
        m_hat = self.m / (1 - self.beta1**self.t)
        s_hat = self.s / (1 - self.beta2**self.t)
        vector_to_parameters(w - self.lr * m_hat / (s_hat.sqrt() + self.eps), tensors)


# %% solution="lecture_adam"
class LectureAdam(Flat):
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m = self.s = 0

    def step(self, g):
        self.m = self.beta1 * self.m + (1 - self.beta1) * g
        self.s = self.beta2 * self.s + (1 - self.beta2) * g * g
        return self.lr * self.m / (self.s + self.eps).sqrt()
