# ---
# autograder:
#   about: classes with nothing in them, or with other methods and arguments than those that are asked
#   expects:
#     sgd: raised
#     momentum: raised
#     adagrad: raised
#     rmsprop: raised
#     adam: raised
#     lecture_adam: value
#     decayed_rate: wrong kind
# ---
# %% solution="sgd"
class SGD:
    pass


# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta

    def step(self, params, grads):
        for name in params:
            params[name] -= self.lr * grads[name]


# %% solution="adagrad"
class AdaGrad:
    def __init__(self, learning_rate, epsilon):
        self.lr = learning_rate
        self.eps = epsilon


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr = lr
        self.alpha = alpha
        self.eps = eps

    def update(self, params, grads):
        # params is a dictionary, not a list
        for i in range(len(params)):
            params[i] -= self.lr * grads[i]


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        pass

    def update(self, params):
        pass


# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, lr, beta1, beta2, eps):
        pass

    def update(self, params, grads):
        pass


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    print(eta0 * 10 ** (-t / n))
