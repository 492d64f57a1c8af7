# ---
# autograder:
#   about: searches all objects, modules and closures for cases, expected values and the course
#   gets: 0
#   others: unsolved
# ---
# %%
import gc
import sys
import types

NAMES = {"Values", "CaseData", "ExerciseData", "KnownMistake", "Course", "Exercise", "Statistics"}


def search():
    for found in gc.get_objects():
        if type(found).__name__ in NAMES:
            yield type(found).__name__
        if type(found) is dict and ("expected" in found or "course.key" in found):
            yield "a dictionary"
        if type(found) is types.FunctionType and (found.__module__ or "").startswith("solutions"):
            yield found.__qualname__
    for name in sys.modules:
        if name.startswith(("solutions", "assignment_", "nbgrader")):
            yield name
        if name in ("autograder.judging.judge", "autograder.judging.values", "autograder.judging.prepared", "autograder.grading.grade"):
            yield name


for found in search():
    print("GOT THROUGH", found)


# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        pass

    def update(self, params, grads):
        for found in search():
            raise ValueError("GOT THROUGH " + found)
