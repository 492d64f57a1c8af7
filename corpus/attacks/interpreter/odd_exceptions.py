# ---
# autograder:
#   about: raises exceptions that fail, or never end, where somebody asks what they are
#   gets: 0
#   others: unsolved
# ---
# %% solution="sgd"
class Silent(BaseException):
    def __str__(self):
        raise Silent

    __repr__ = __reduce__ = __str__


class SGD:
    def __init__(self, lr):
        raise Silent

# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        class Endless(Exception):
            def __str__(self):
                while True:
                    pass

        raise Endless

# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        class Long(str):
            def __getitem__(self, place):
                return self

        class Talkative(Exception):
            def __str__(self):
                return Long("x" * 10**7)

        raise Talkative

# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        class Liar(Exception):
            __class__ = KeyboardInterrupt

            def __getattribute__(self, name):
                raise SystemExit

        raise Liar

# %% solution="adam"
class Adam:
    def __init__(self, **settings):
        error = ValueError("one")
        error.__cause__ = error.__context__ = KeyError("two")
        error.__cause__.__cause__ = error
        raise error

# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, **settings):
        from autograder.drives.drive import UnfitOutput

        raise UnfitOutput("passed", "14 of 14 points")

# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    from autograder.errors import SealError

    raise SealError("The grader failed here, not the student: grade again.")
