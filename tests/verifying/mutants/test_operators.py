"""Each operator makes the changes that its docstring promises."""

import pytest

from autograder.verifying.mutants.making import Mutant, mutants


def changes(*lines: str) -> set[str]:
    body = "\n".join(f"    {line}" for line in lines)
    source = f"def f(self, a, b):\n    ### BEGIN SOLUTION\n{body}\n    ### END SOLUTION"
    return {mutant.after for mutant in mutants(Mutant("f", 1, "", "", source))}


@pytest.mark.parametrize(
    ("line", "becomes"),
    [
        ("c = a + b", ["c = a - b", "c = a * b", "c = a / b", "c = a ** b", "c = a", "c = b"]),
        ("c = a @ b", ["c = a + b", "c = b @ a", "c = a", "c = b"]),
        ("c = a - b * 3", ["c = (b * 3) - a", "c = (b * 3)", "c = a - b * 4", "c = a - b * 2"]),
        ("c = -a", ["c = a", "c = +a"]),
        ("c = a and not b", ["c = a or not b", "c = a", "c = a and b"]),
        ("c = a < 1", ["c = a <= 1", "c = a > 1", "c = a >= 1", "c = a == 1", "c = a != 1"]),
        ("c = 1e-5", ["c = 2e-05", "c = 1.00001", "c = (-0.99999)"]),
        ("c = 0", ["c = 1", "c = (-1)"]),
        ("c = a[1:b]", ["c = a[:b]", "c = a[1:]", "c = a[2:b]", "c = a[0:b]", "c = a"]),
        ("c = a.clone()", ["c = a"]),
        ("c = float(a)", ["c = a", "c = int(a)"]),
        ("c = f(a, b, dim=0)", ["c = f(b, a, dim=0)", "c = f(a, b, dim=1)", "c = f(b, dim=0)"]),
        ("c = a.mean(keepdim=True)", ["c = a.sum(keepdim=True)", "c = a.mean(keepdim=False)"]),
        ("c = a.to(torch.float32)", ["c = a.to(torch.float64)", "c = a"]),
        ("c = a.clamp(min=b)", ["c = a.clamp(max=b)"]),
        ('c = a == "fan_in"', ['c = a != "fan_in"', 'c = a == "FAN_IN"']),
        ("self.t += 1", ["pass", "self.t = 1", "self.t -= 1", "self.t *= 1", "self.t += 2"]),
        ("self.m = self.s", ["pass", "self.m = None", "self.m = self.m", "self.s = self.s"]),
        ("self.m.clear()", ["pass"]),
        ("return a", ["pass"]),
    ],
)
def test_a_line_is_changed_in_every_way(line: str, becomes: list[str]) -> None:
    assert set(becomes) <= changes(line)


def test_a_branch_is_forced_both_ways() -> None:
    assert {"if True:", "if False:"} <= changes("if a:", "    b = 1")


def test_a_loop_ends_after_its_first_round() -> None:
    assert "for x in list(a)[:1]:" in changes("for x in a:", "    b = x")


def test_an_exception_becomes_another_and_keeps_what_it_says() -> None:
    assert changes('raise ValueError("p is " + str(a))') == {
        "pass",
        'raise ArithmeticError("p is " + str(a))',
    }


def test_no_one_asks_which_text_comes_first() -> None:
    assert not any(sign in change for change in changes('c = a == "x"') for sign in "<>")


def test_arguments_whose_order_is_the_same_stay_in_order() -> None:
    assert "c = min(b, a)" not in changes("c = min(a, b)")
    assert "c = torch.maximum(b, a)" not in changes("c = torch.maximum(a, b)")


def test_annotations_stay() -> None:
    assert changes("c: dict[str, int] = a") == {"pass", "c: dict[str, int] = None"}
