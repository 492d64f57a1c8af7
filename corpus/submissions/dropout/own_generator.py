# ---
# autograder:
#   about: a generator of the object's own, seeded from the one that is handed in
# ---
# %%
def child(generator):
    seed = torch.randint(0, 2**63 - 1, (), generator=generator, device=generator.device)
    return torch.Generator(generator.device).manual_seed(int(seed))


# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if training:
            with torch.random.fork_rng(devices=[]):
                torch.random.set_rng_state(child(generator).get_state())
                kept = torch.rand_like(x) >= self.p
            self.m = kept.to(x.dtype)
            return x * self.m / (1 - self.p)
        return x.clone()

    def backward(self, grad):
        return grad * self.m / (1 - self.p)


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return torch.lerp(x, torch.zeros_like(x), self.p)
        self.m = torch.rand(x.shape, generator=child(generator)) >= self.p
        return x * self.m

    def backward(self, grad):
        return grad * self.m
