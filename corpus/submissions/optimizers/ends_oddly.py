# ---
# autograder:
#   about: ends its calls by exit, a question, an interrupt, and exceptions that harm whoever reads them
#   expects:
#     sgd: raised
#     momentum: raised
#     adagrad: raised
#     rmsprop: value
#     adam: raised
#     lecture_adam: raised
#     decayed_rate: raised
# ---
# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        raise SystemExit(0)


# %% solution="momentum"
class Unreadable(Exception):
    def __str__(self):
        raise self

    __repr__ = __str__


class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr

    def update(self, params, grads):
        raise Unreadable


# %% solution="adagrad"
class LongWinded(BaseException):
    def __str__(self):
        return "<script>alert(1)</script>" * 1_000_000


class AdaGrad:
    def __init__(self, lr, eps):
        raise LongWinded from LongWinded()

    def update(self, params, grads):
        pass


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr = lr

    def update(self, params, grads):
        input("Which rate? ")


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr

    def update(self, params, grads):
        self.update(params, grads)


# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr

    def update(self, params, grads):
        raise StopIteration(grads)


# %% solution="decayed_rate"
class Refusing(type):
    def __call__(cls, **kwargs):
        raise GeneratorExit


class decayed_rate(metaclass=Refusing):
    pass
