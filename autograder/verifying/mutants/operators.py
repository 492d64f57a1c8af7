"""The changes that make mutants, in mutmut's form: a type of node, and what it is turned into.

mutmut has one change for each operator and constant, since its mutants wait for a whole test run;
ours take milliseconds, so these add what else students get wrong: another operator, operand, sign,
index, argument, function, dtype or attribute, and a statement that is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import libcst as cst
import libcst.matchers as m
from mutmut.mutation.mutators import OPERATORS_TYPE, mutation_operators

_ARITHMETIC = (cst.Add, cst.Subtract, cst.Multiply, cst.Divide, cst.Power)
_IN_PLACE = (cst.AddAssign, cst.SubtractAssign, cst.MultiplyAssign, cst.DivideAssign)
_COMPARISONS = (
    *(cst.LessThan, cst.LessThanEqual, cst.GreaterThan),
    *(cst.GreaterThanEqual, cst.Equal, cst.NotEqual),
)
_ORDERED = m.Subtract() | m.Divide() | m.Power() | m.MatrixMultiply()
_TWINS = (
    *(("zeros", "ones"), ("zeros_like", "ones_like"), ("rand", "randn")),
    *(("rand_like", "randn_like"), ("uniform_", "normal_"), ("min", "max"), ("amin", "amax")),
    *(("minimum", "maximum"), ("argmin", "argmax"), ("sum", "mean"), ("std", "var")),
    *(("sqrt", "square"), ("sqrt", "rsqrt"), ("exp", "log"), ("floor", "ceil"), ("any", "all")),
    *(("float32", "float64"), ("float", "double")),
)
_BUILTIN_TWINS = (("min", "max"), ("any", "all"), ("float", "int"))
_EITHER_WAY = m.Name("min") | m.Name("max") | m.Name("minimum") | m.Name("maximum")
_SYMMETRIC = _EITHER_WAY | m.Attribute(attr=_EITHER_WAY)
_EFFECTS = (cst.Assign, cst.AugAssign, cst.Expr, cst.Return, cst.Raise, cst.Assert)


def operators(attributes: Sequence[str]) -> OPERATORS_TYPE:
    """mutmut's and ours.

    Args:
        attributes: the names of what an object keeps in `self`, which may be mixed up.
    """

    def other_attribute(node: cst.Attribute) -> Iterator[cst.CSTNode]:
        if m.matches(node.value, m.Name("self")) and node.attr.value in attributes:
            for name in attributes:
                yield node.with_changes(attr=cst.Name(name))

    return [*mutation_operators, *_OURS, (cst.Attribute, other_attribute)]


def other_operator(node: cst.BinaryOperation) -> Iterator[cst.CSTNode]:
    """`a + b` becomes `a - b`, `a * b`, `a / b`, `a ** b`."""
    for kind in _ARITHMETIC:
        yield node.with_changes(operator=kind())


def other_update(node: cst.AugAssign) -> Iterator[cst.CSTNode]:
    """`a += b` becomes `a -= b`, `a *= b`, `a /= b`."""
    for kind in _IN_PLACE:
        yield node.with_changes(operator=kind())


def other_comparison(node: cst.ComparisonTarget) -> Iterator[cst.CSTNode]:
    """`< b` becomes `<= b`, `> b`, and so on; of text, nobody asks which one comes first."""
    if isinstance(node.operator, _COMPARISONS) and not isinstance(node.comparator, cst.BaseString):
        for kind in _COMPARISONS:
            yield node.with_changes(operator=kind())


def dropped_operand(
    node: cst.BinaryOperation | cst.BooleanOperation | cst.UnaryOperation,
) -> Iterator[cst.CSTNode]:
    """`a + b` becomes `a`, and `b`; `-a` becomes `a`."""
    if isinstance(node, cst.UnaryOperation):
        yield _grouped(node.expression)
    else:
        yield _grouped(node.left)
        yield _grouped(node.right)


def swapped_operands(node: cst.BinaryOperation) -> Iterator[cst.CSTNode]:
    """`a - b` becomes `b - a`, where the order matters."""
    if m.matches(node.operator, _ORDERED):
        yield node.with_changes(left=_grouped(node.right), right=_grouped(node.left))


def other_number(node: cst.Integer | cst.Float) -> Iterator[cst.CSTNode]:
    """One less, and twice what is no whole number: an eps plus one would be caught too easily."""
    value = node.evaluated_value
    yield _number(value - 1)
    if value != int(value):
        yield _number(2 * value)


def unwrapped_call(node: cst.Call) -> Iterator[cst.CSTNode]:
    """`x.clone()` becomes `x`, `float(x)` becomes `x`."""
    if isinstance(node.func, cst.Attribute):
        yield node.func.value
    if node.args and not node.args[0].star:
        yield _grouped(node.args[0].value)


def swapped_arguments(node: cst.Call) -> Iterator[cst.CSTNode]:
    """`f(a, b)` becomes `f(b, a)`; of more arguments, any two neighbours."""
    args = () if m.matches(node.func, _SYMMETRIC) else node.args
    for i, (first, second) in enumerate(pairwise(args)):
        if not (first.star or second.star or first.keyword or second.keyword):
            swapped = [
                first.with_changes(value=second.value),
                second.with_changes(value=first.value),
            ]
            yield node.with_changes(args=[*args[:i], *swapped, *args[i + 2 :]])


def twin(node: cst.Attribute) -> Iterator[cst.CSTNode]:
    """`torch.zeros_like` becomes `torch.ones_like`, `x.sum()` becomes `x.mean()`, and so on."""
    for name in _twins(node.attr.value, _TWINS):
        yield node.with_changes(attr=cst.Name(name))


def builtin_twin(node: cst.Name) -> Iterator[cst.CSTNode]:
    """`min` becomes `max`, be it a function or the name of an argument."""
    for name in _twins(node.value, _BUILTIN_TWINS):
        yield node.with_changes(value=name)


def dropped_bound(node: cst.Slice) -> Iterator[cst.CSTNode]:
    """`a[1:n]` becomes `a[:n]`, and `a[1:]`."""
    if node.lower is not None:
        yield node.with_changes(lower=None)
    if node.upper is not None:
        yield node.with_changes(upper=None)


def dropped_index(node: cst.Subscript) -> Iterator[cst.CSTNode]:
    """`a[i]` becomes `a`."""
    yield node.value


def dropped_statement(node: cst.SimpleStatementLine) -> Iterator[cst.CSTNode]:
    """`self.t += 1` becomes `pass`."""
    statement = node.body[0]
    assigned = isinstance(statement, cst.AnnAssign) and statement.value is not None
    if isinstance(statement, _EFFECTS) or assigned:
        yield node.with_changes(body=[cst.Pass()])


def forced_branch(node: cst.If) -> Iterator[cst.CSTNode]:
    """`if a:` becomes `if True:`, and `if False:`."""
    for answer in ("True", "False"):
        yield node.with_changes(test=cst.Name(answer))


def first_alone(node: cst.For) -> Iterator[cst.CSTNode]:
    """`for a in b:` becomes `for a in list(b)[:1]:`."""
    listed = cst.Call(cst.Name("list"), [cst.Arg(node.iter)])
    first = cst.Slice(lower=None, upper=cst.Integer("1"))
    yield node.with_changes(iter=cst.Subscript(listed, [cst.SubscriptElement(first)]))


def other_exception(node: cst.Raise) -> Iterator[cst.CSTNode]:
    """`raise ValueError(...)` becomes an ArithmeticError."""
    if isinstance(node.exc, cst.Call):
        yield node.with_deep_changes(node.exc, func=cst.Name("ArithmeticError"))


def _twins(name: str, pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    return (pair[1 - pair.index(name)] for pair in pairs if name in pair)


def _grouped(node: cst.BaseExpression) -> cst.BaseExpression:
    """The expression, in parentheses where it would be torn apart without."""
    loose = m.BinaryOperation() | m.UnaryOperation() | m.BooleanOperation() | m.Comparison()
    if node.lpar or not m.matches(node, loose | m.IfExp()):
        return node
    return node.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])


def _number(value: float) -> cst.BaseExpression:
    return cst.parse_expression(repr(value) if value >= 0 else f"({value!r})")


_OURS: OPERATORS_TYPE = [
    (cst.BinaryOperation, other_operator),
    (cst.BinaryOperation, dropped_operand),
    (cst.BinaryOperation, swapped_operands),
    (cst.BooleanOperation, dropped_operand),
    (cst.UnaryOperation, dropped_operand),
    (cst.AugAssign, other_update),
    (cst.ComparisonTarget, other_comparison),
    (cst.Integer, other_number),
    (cst.Float, other_number),
    (cst.Call, unwrapped_call),
    (cst.Call, swapped_arguments),
    (cst.Attribute, twin),
    (cst.Name, builtin_twin),
    (cst.Slice, dropped_bound),
    (cst.Subscript, dropped_index),
    (cst.SimpleStatementLine, dropped_statement),
    (cst.If, forced_branch),
    (cst.For, first_alone),
    (cst.Raise, other_exception),
]
