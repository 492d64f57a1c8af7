# ---
# autograder:
#   about: built like torch.optim, with groups, defaults, a state for each tensor, and lr a property
# ---
# %%
from collections import defaultdict


class Optimizer:
    def __init__(self, **defaults):
        self.param_groups = [dict(defaults, params=[])]
        self.state = defaultdict(dict)

    @property
    def lr(self):
        return self.param_groups[0]["lr"]

    @lr.setter
    def lr(self, value):
        for group in self.param_groups:
            group["lr"] = value

    @torch.no_grad()
    def update(self, params, grads):
        for group in self.param_groups:
            group["params"] = sorted(params)
            for name in group["params"]:
                state = self.state[params[name]]
                state["step"] = state.get("step", 0) + 1
                self.one(params[name], grads[name], state, **group)

    def buffer(self, state, name, like):
        if name not in state:
            state[name] = torch.zeros_like(like, memory_format=torch.preserve_format)
        return state[name]


# %% solution="sgd"
class SGD(Optimizer):
    def __init__(self, lr):
        super().__init__(lr=lr)

    def one(self, param, grad, state, *, lr, **_):
        param.add_(grad, alpha=-lr)


# %% solution="momentum"
class Momentum(Optimizer):
    def __init__(self, lr, beta):
        super().__init__(lr=lr, beta=beta)

    def one(self, param, grad, state, *, lr, beta, **_):
        buf = self.buffer(state, "momentum_buffer", param)
        buf.mul_(beta).add_(grad, alpha=lr)
        param.add_(buf, alpha=-1)


# %% solution="adagrad"
class AdaGrad(Optimizer):
    def __init__(self, lr, eps):
        super().__init__(lr=lr, eps=eps)

    def one(self, param, grad, state, *, lr, eps, **_):
        total = self.buffer(state, "sum", param)
        total.addcmul_(grad, grad, value=1)
        param.addcdiv_(grad, total.add(eps).sqrt_(), value=-lr)


# %% solution="rmsprop"
class RMSProp(Optimizer):
    def __init__(self, lr, alpha, eps):
        super().__init__(lr=lr, alpha=alpha, eps=eps)

    def one(self, param, grad, state, *, lr, alpha, eps, **_):
        square_avg = self.buffer(state, "square_avg", param)
        square_avg.mul_(alpha).addcmul_(grad, grad.conj(), value=1 - alpha)
        param.addcdiv_(grad, square_avg.add(eps).sqrt_(), value=-lr)


# %% solution="adam"
class Adam(Optimizer):
    def __init__(self, lr, beta1, beta2, eps):
        super().__init__(lr=lr, betas=(beta1, beta2), eps=eps)

    def one(self, param, grad, state, *, lr, betas, eps, **_):
        beta1, beta2 = betas
        exp_avg = self.buffer(state, "exp_avg", param).lerp_(grad, 1 - beta1)
        exp_avg_sq = self.buffer(state, "exp_avg_sq", param)
        exp_avg_sq.mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
        step_size = lr / (1 - beta1 ** state["step"])
        denom = (exp_avg_sq.sqrt() / (1 - beta2 ** state["step"]) ** 0.5).add_(eps)
        param.addcdiv_(exp_avg, denom, value=-step_size)


# %% solution="lecture_adam"
class LectureAdam(Optimizer):
    def __init__(self, lr, beta1, beta2, eps):
        super().__init__(lr=lr, betas=(beta1, beta2), eps=eps)

    def one(self, param, grad, state, *, lr, betas, eps, **_):
        exp_avg = self.buffer(state, "exp_avg", param).lerp_(grad, 1 - betas[0])
        exp_avg_sq = self.buffer(state, "exp_avg_sq", param).lerp_(grad * grad, 1 - betas[1])
        param.addcdiv_(exp_avg, exp_avg_sq.add(eps).sqrt_(), value=-lr)


# %% solution="decayed_rate"
class ExponentialLR:
    def __init__(self, base_lr, gamma):
        self.base_lr, self.gamma, self.last_epoch = base_lr, gamma, 0

    def get_lr(self):
        return self.base_lr * self.gamma**self.last_epoch


def decayed_rate(eta0, t, n):
    scheduler = ExponentialLR(eta0, gamma=10 ** (-1 / n))
    scheduler.last_epoch = t
    return scheduler.get_lr()
