# ---
# autograder:
#   about: the lecture's Adam, whose squares come in with their full weight
#   expects:
#     lecture_adam: unweighted-square
# ---
# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.s = {}, {}

    def update(self, params, grads):
        for k, g in grads.items():
            self.m[k] = self.beta1 * self.m.get(k, 0) + (1 - self.beta1) * g
            self.s[k] = self.beta2 * self.s.get(k, 0) + g * g
            params[k] -= self.lr * self.m[k] / (self.s[k] + self.eps) ** 0.5
