# ---
# autograder:
#   about: says sentences of the grader's own, and texts that would act as templates
#   gets: 0
#   others: unsolved
# ---
# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        raise ValueError("{text.__class__.__mro__} {0} %s %(name)s {:>999999999} [red]$x$\u202e")

# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        from autograder.data.sentence import Sentence
        from autograder.drives.drive import UnfitOutput

        # The judge's own words, of a hidden case.
        raise UnfitOutput("shape", Sentence("off-by", got="1", expected="2", off="0", allowed="9"))

# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        from autograder.data.sentence import Sentence
        from autograder.drives.drive import UnfitOutput

        raise UnfitOutput("shape", Sentence("{text.__class__}", text="x"))

# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        from autograder.data.sentence import Sentence
        from autograder.drives.drive import UnfitOutput

        parts = {f"part{number}": "x" * 10**6 for number in range(99)}
        raise UnfitOutput("wrong kind", Sentence("own words", **parts))

# %% solution="adam"
class Adam:
    def __init__(self, **settings):
        from autograder.drives.drive import UnfitOutput

        class Sentence:
            template = "own words"

            @property
            def parts(self):
                raise SystemExit("14 of 14 points")

        error = UnfitOutput("shape", "said")
        error.said = Sentence()
        raise error

# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, **settings):
        from autograder.data.sentence import Sentence
        from autograder.drives.drive import UnfitOutput

        class Number(int):
            def __format__(self, form):
                return "14 of 14 points"

        raise UnfitOutput("shape", Sentence("step-shape", step=Number(1), entry="", got="", wanted=""))

# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    from autograder.drives.drive import UnfitOutput

    raise UnfitOutput("wrong kind", "{sentence.__init__.__globals__}")
