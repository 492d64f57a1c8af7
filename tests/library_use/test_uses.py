"""What is forbidden is found however it is written, and nothing else is."""

import warnings

import pytest
import torch  # noqa: F401  (a star takes what is in a module that is loaded)

from autograder.data.use import Use
from autograder.library_use.uses import Code
from autograder.running.cell import Cell

OPTIM = ["torch.optim"]


def found(*sources: str, root: str = "x", forbidden: list[str] = OPTIM) -> list[Use]:
    cells = [Cell(index, f"cell {index + 1}", source) for index, source in enumerate(sources)]
    return Code(cells).uses(root, forbidden)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("import torch\nx = torch.optim.Adam", "torch.optim.Adam"),
        ("import torch as t\nx = t.optim.Adam", "torch.optim.Adam"),
        ("import torch.optim\nx = torch.optim", "torch.optim"),
        ("import torch.optim as o\nx = o.SGD", "torch.optim.SGD"),
        ("from torch import optim\nx = optim.SGD", "torch.optim.SGD"),
        ("from torch import optim as o\nx = o.SGD([], 0.1)", "torch.optim.SGD"),
        ("from torch.optim import Adam as A\nclass x(A): ...", "torch.optim.Adam"),
        ("from torch.optim import Adam as x", "torch.optim.Adam"),
        ("from torch.optim import *\nx = Adam", "torch.optim.Adam"),
        ("from torch import *\nx = optim.Adam", "torch.optim.Adam"),
        ("import torch\nt = torch\nu = t\nx = u.optim", "torch.optim"),
        ("import torch\nx = getattr(torch, 'optim').Adam", "torch.optim.Adam"),
        ("import torch\nx = getattr(torch.optim, 'Adam', None)", "torch.optim.Adam"),
        ("import importlib\nx = importlib.import_module('torch.optim')", "torch.optim"),
        ("from importlib import import_module as im\nx = im('torch.optim').SGD", "torch.optim.SGD"),
        ("x = __import__('torch').optim", "torch.optim"),
        ("x = __import__('torch.optim').optim.SGD", "torch.optim.SGD"),
        ("import torch\nclass x:\n  def f(self): return torch.optim.Adam", "torch.optim.Adam"),
        ("def x():\n  import torch.optim as o\n  return o.Adam", "torch.optim.Adam"),
        ("def x():\n  from torch import optim as o\n  s = o.SGD\n  return s", "torch.optim.SGD"),
        ("%matplotlib inline\nimport torch\nx = torch.optim", "torch.optim"),
        ("%%time\nimport torch\nx = torch.optim", "torch.optim"),
        ("import torch\nif (x := torch.optim): pass", "torch.optim"),
        ("import torch\nx = lambda p: torch.optim.SGD(p)", "torch.optim.SGD"),
        ("import torch\nclass x: ...\nx.update = torch.optim.SGD.step", "torch.optim.SGD.step"),
        ("import torch\nawait_ = await f()\nx = torch.optim.SGD", "torch.optim.SGD"),
    ],
)
def test_a_use_is_found(source: str, name: str) -> None:
    assert [use.name for use in found(source)] == [name]


@pytest.mark.parametrize(
    "source",
    [
        "import torch\nx = torch.optimize",
        "import torch\nx = torch.zeros(3)",
        "class Mine:\n    optim = 3\nx = Mine().optim",
        "# torch.optim is forbidden\nx = 'torch.optim'",
        "import torch.optim as optim\nfrom torch.optim import *\nx = 1",
        "from torch.optim import Adam\nclass Adam: ...\nclass x:\n  def f(self): return Adam()",
        "import torch.optim as optim\ndef x(optim): return optim.lr",
        "import torch.optim as optim\ndef x():\n  optim = [1]\n  return optim",
        "import torch\nx = torch.optim.SGD\nclass x: ...",
        "import torch\nx = getattr(torch, 'opt' + 'im')",
        "x = (",
        "\0",
        "(" * 500,
        "x = " + "-" * 50_000 + "1",
        "x = a" + ".b" * 50_000,
        "x = " + "1 + " * 50_000 + "1",
        "x = [" * 5_000 + "]" * 5_000,
        "import torch\nx = torch.optim\n" + "y = 1\n" * 20_000,
    ],
)
def test_nothing_else_is(source: str) -> None:
    assert found(source) == []


HELPER = "import torch\nclass Helper:\n    def make(self, ps): return torch.optim.SGD(ps, lr=1)"
MINE = "class Mine(Helper):\n    def update(self, p, g):\n        for k in p: p[k] -= g[k]"


def test_what_a_helper_uses_its_users_use() -> None:
    use = Use("torch.optim.SGD", "cell 1", 3)
    assert found(HELPER, MINE, "class Other: ...", root="Mine") == [use]
    assert found(HELPER, MINE, "class Other: ...", root="Other") == []
    assert [late.name for late in found(MINE, HELPER, root="Mine")] == ["torch.optim.SGD"]


def test_a_cell_that_compares_with_the_library_is_no_use() -> None:
    compares = """
from torch.optim import Adam as Theirs
p, g = {"w": torch.zeros(3)}, {"w": torch.ones(3)}
for k in p:
    theirs = torch.optim.SGD(p.values(), lr=1)
Mine(1).update(p, g)
with torch.no_grad():
    update = Theirs(p.values()).step
"""
    own = MINE.replace("Helper", "object")
    assert found("import torch", own, compares, root="Mine") == []


def test_the_cell_that_is_no_python_hides_no_other() -> None:
    assert [use.name for use in found(HELPER, "x = (", MINE, root="Mine")] == ["torch.optim.SGD"]


def test_each_name_is_named_once_at_its_first_line() -> None:
    source = "import torch\n\nx = [torch.optim.SGD,\n torch.optim.Adam, torch.optim.SGD]"
    uses = [Use("torch.optim.SGD", "cell 1", 3), Use("torch.optim.Adam", "cell 1", 4)]
    assert found(source) == uses


def test_a_single_function_can_be_forbidden() -> None:
    source = "import torch.nn.functional as F\ndef x(a): return F.batch_norm(F.relu(a))"
    name = "torch.nn.functional.batch_norm"
    assert [use.name for use in found(source, forbidden=[name])] == [name]


def test_long_chains_of_names_come_to_an_end() -> None:
    chain = "import torch\na0 = torch.optim\n" + "".join(
        f"a{i + 1} = a{i}.b\n" for i in range(4000)
    )
    (use,) = found(chain + "x = a4000", root="a5")
    assert use.name == "torch.optim.b.b.b.b.b"


def test_strange_escapes_warn_nobody() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert found("import torch\nx = '\\d', torch.optim")
