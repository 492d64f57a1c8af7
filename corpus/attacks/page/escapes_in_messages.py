# ---
# autograder:
#   about: puts escapes and pages into exceptions, class names and parameters of public cases
#   gets: 0
#   others: unsolved
# ---
# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        raise ValueError("\x1b]0;title\x07\x1b[2J\u202e <script>alert(1)</script> \x1b[38m\r\x85\u2028")

# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        pass

    def update(self, params, grads):
        params["w0"] = type("\x1b[2J</pre><script>alert(1)</script>\u202e", (), {})()

# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        pass

    def update(self, params, grads):
        named = type("<img src=x onerror=alert(1)>\x1b[2J", (Exception,), {})
        raise named("\x1b[2J")

# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        code = compile("def f(): 1 / 0", "\x1b[2J\u202e<script>alert(1)</script>", "exec")
        exec(code, globals())
        f.__code__ = f.__code__.replace(co_name="\x1b[2J<script>")
        f()

# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    return type("\x1b[2J<script>alert(1)</script>", (), {})()
