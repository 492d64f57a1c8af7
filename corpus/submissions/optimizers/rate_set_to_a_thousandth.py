# ---
# autograder:
#   about: a base class keeps all hyper-parameters but the rate, which has a value of its own
#   expects:
#     sgd: lr-set-to-0.001
#     momentum: lr-set-to-0.001
#     adagrad: lr-set-to-0.001
#     rmsprop: lr-set-to-0.001
#     adam: lr-set-to-0.001
#     lecture_adam: lr-set-to-0.001
# ---
# %%
class Base:
    def __init__(self, lr, **hyper):
        self.lr = 1e-3
        self.hyper = hyper
        self.first, self.second = {}, {}

    def update(self, params, grads):
        for name, g in grads.items():
            params[name] -= self.step(name, g)

    def mean(self, state, name, x, beta):
        state[name] = beta * state.get(name, 0) + (1 - beta) * x
        return state[name]


# %% solution="sgd"
class SGD(Base):
    def step(self, name, g):
        return self.lr * g


# %% solution="momentum"
class Momentum(Base):
    def step(self, name, g):
        self.first[name] = self.hyper["beta"] * self.first.get(name, 0) + self.lr * g
        return self.first[name]


# %% solution="adagrad"
class AdaGrad(Base):
    def step(self, name, g):
        self.second[name] = self.second.get(name, 0) + g**2
        return self.lr * g / (self.second[name] + self.hyper["eps"]).sqrt()


# %% solution="rmsprop"
class RMSProp(Base):
    def step(self, name, g):
        s = self.mean(self.second, name, g**2, self.hyper["alpha"])
        return self.lr * g / (s + self.hyper["eps"]).sqrt()


# %% solution="adam"
class Adam(Base):
    t = 0

    def update(self, params, grads):
        self.t += 1
        super().update(params, grads)

    def step(self, name, g):
        beta1, beta2 = self.hyper["beta1"], self.hyper["beta2"]
        m = self.mean(self.first, name, g, beta1) / (1 - beta1**self.t)
        s = self.mean(self.second, name, g**2, beta2) / (1 - beta2**self.t)
        return self.lr * m / (s.sqrt() + self.hyper["eps"])


# %% solution="lecture_adam"
class LectureAdam(Base):
    def step(self, name, g):
        m = self.mean(self.first, name, g, self.hyper["beta1"])
        s = self.mean(self.second, name, g**2, self.hyper["beta2"])
        return self.lr * m / (s + self.hyper["eps"]).sqrt()
