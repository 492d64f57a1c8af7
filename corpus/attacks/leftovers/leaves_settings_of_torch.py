# ---
# autograder:
#   about: changes every setting of torch, and its classes, for whoever runs next
#   gets: 0
#   tools: traces.py
#   others: unsolved
# ---
# %%
import torch

if hasattr(torch, MARK) or torch.get_default_dtype() != torch.float32:
    told("torch")
torch.autograder_attack = torch.Tensor.autograder_attack = torch.nn.Module.autograder_attack = True
torch.set_default_dtype(torch.float16)
torch.set_default_device("meta")
torch.set_grad_enabled(False)
torch.set_deterministic_debug_mode("error")
torch.use_deterministic_algorithms(True)
torch.set_flush_denormal(True)
torch.set_printoptions(precision=0)
torch.hub.set_dir("/tmp/autograder-attack")
torch.manual_seed(14)
torch.Tensor.__sub__ = torch.Tensor.sub = torch.Tensor.sub_ = lambda *_: 1 / 0
torch.Tensor.__isub__ = torch.zeros_like = torch.sqrt = lambda *_: 1 / 0
