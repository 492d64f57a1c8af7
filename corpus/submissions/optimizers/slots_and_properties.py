# ---
# autograder:
#   about: slots instead of attributes, and checks in the properties
# ---
# %%
class Rate:
    """A descriptor that takes positive numbers alone."""

    def __set_name__(self, owner, name):
        self.private = "_" + name

    def __get__(self, obj, owner=None):
        return self if obj is None else getattr(obj, self.private)

    def __set__(self, obj, value):
        if not value > 0:
            raise ValueError(f"a rate has to be positive, not {value}")
        setattr(obj, self.private, float(value))


# %% solution="sgd"
class SGD:
    __slots__ = ("_lr",)
    lr = Rate()

    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        assert params.keys() == grads.keys()
        for name in params:
            params[name] -= self.lr * grads[name]


# %% solution="momentum"
class Momentum:
    __slots__ = ("_lr", "_beta", "_m")
    lr = Rate()
    beta = Rate()

    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self._m = {}

    def update(self, params, grads):
        for name in params:
            self._m[name] = self.beta * self._m.get(name, 0) + self.lr * grads[name]
            params[name] -= self._m[name]


# %% solution="adagrad"
class AdaGrad(SGD):
    __slots__ = ("eps", "s")

    def __init__(self, lr, eps):
        super().__init__(lr)
        self.eps, self.s = eps, {}

    def update(self, params, grads):
        for name, g in grads.items():
            self.s[name] = self.s.get(name, 0) + g**2
        super().update(params, {n: g / (self.s[n] + self.eps).sqrt() for n, g in grads.items()})


# %% solution="rmsprop"
class RMSProp(AdaGrad):
    __slots__ = ("alpha",)

    def __init__(self, lr, alpha, eps):
        # s of AdaGrad, but it is worn down before each of its updates.
        super().__init__(lr, eps / (1 - alpha))
        self.alpha = alpha

    @property
    def lr(self):
        return self._lr / (1 - self.alpha) ** 0.5

    @lr.setter
    def lr(self, value):
        self._lr = value

    def update(self, params, grads):
        for s in self.s.values():
            s *= self.alpha
        super().update(params, grads)


# %% solution="adam"
class Adam:
    __slots__ = "lr", "beta1", "beta2", "eps", "__dict__"

    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.t, self.m, self.s = 0, {}, {}

    @property
    def corrections(self):
        return 1 - self.beta1**self.t, 1 - self.beta2**self.t

    def update(self, params, grads):
        self.t += 1
        first, second = self.corrections
        for k, g in grads.items():
            self.m[k] = self.m.get(k, 0) * self.beta1 + g * (1 - self.beta1)
            self.s[k] = self.s.get(k, 0) * self.beta2 + g * g * (1 - self.beta2)
            params[k] -= self.m[k] / first * self.lr / ((self.s[k] / second) ** 0.5 + self.eps)


# %% solution="decayed_rate"
class _Decay:
    __slots__ = ()

    def __call__(self, eta0: float, t: int, n: int) -> float:
        return eta0 * 0.1 ** (t / n)


decayed_rate = _Decay()
