"""Making the mutants of an assignment: of what stands between BEGIN and END SOLUTION, no more."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

import libcst as cst
import libcst.matchers as m
from libcst.metadata import CodeRange, PositionProvider
from mutmut.mutation.mutators import OPERATORS_TYPE

from autograder.building import literate
from autograder.exercises.assignment import Assignment
from autograder.notebooks.marks import BEGIN_SOLUTION, END_SOLUTION, is_solution
from autograder.verifying.mutants.operators import operators


@dataclass(frozen=True)
class Mutant:
    """An exercise's solution with one change.

    Args:
        exercise: the exercise's name.
        line: where the change begins in the literate source.
        before: the lines that are changed, without their indentation, joined by a space.
        after: what they become.
        source: the whole cell, changed.
    """

    exercise: str
    line: int
    before: str
    after: str
    source: str


def solutions(assignment: Assignment) -> list[Mutant]:
    """The cell of each exercise as it stands, a mutant without a change.

    Raises:
        AuthorError: where the literate source can't be read.
    """
    read = literate.read(assignment)
    return [
        Mutant(cell.id, read.lines[cell.id] + 1, "", "", cell.source)
        for cell in read.notebook.cells
        if is_solution(cell)
    ]


def mutants(solution: Mutant) -> list[Mutant]:
    """All mutants of one solution; of those that are the same code, one.

    >>> cell = "def f(x):\\n    ### BEGIN SOLUTION\\n    return -x\\n    ### END SOLUTION"
    >>> [mutant.after for mutant in mutants(Mutant("f", 1, "", "", cell))]
    ['pass', 'return +x', 'return x']
    """
    unlike = {_shape(solution.source): solution.source}
    for changed in _changed(solution.source):
        shape = _shape(changed)
        if shape:
            unlike.setdefault(shape, changed)
    return [_mutant(solution, changed) for changed in list(unlike.values())[1:]]


def _changed(source: str) -> Iterator[str]:
    wrapper = cst.MetadataWrapper(cst.parse_module(source))
    kept = m.findall(wrapper.module, m.Attribute(value=m.Name("self")))
    attributes = dict.fromkeys(cst.ensure_type(node, cst.Attribute).attr.value for node in kept)
    visitor = _Visitor(operators(list(attributes)), _students_lines(source))
    wrapper.visit(visitor)
    for node, instead in visitor.found:
        with suppress(cst.CSTValidationError):  # as where "return-x" would become "returnx"
            yield cst.ensure_type(wrapper.module.deep_replace(node, instead), cst.Module).code


class _Visitor(cst.CSTVisitor):
    """Tries all operators on all nodes that begin on one of `lines`."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self, operators: OPERATORS_TYPE, lines: set[int]) -> None:
        super().__init__()
        self._operators, self._lines, self._line = operators, lines, 0
        self.found: list[tuple[cst.CSTNode, cst.CSTNode]] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.Annotation | cst.Decorator):
            return False
        position = self.get_metadata(PositionProvider, node, None)
        if isinstance(position, CodeRange):  # some nodes have none: they are where their parent is
            self._line = position.start.line
        if self._line in self._lines:
            for kind, operator in self._operators:
                if isinstance(node, kind):
                    self.found += [(node, instead) for instead in operator(node)]
        return not isinstance(node, cst.Raise)  # what an exception says is judged by nobody


def _students_lines(source: str) -> set[int]:
    """The numbers of the lines that students write."""
    theirs, inside = set(), False
    for number, text in enumerate(source.split("\n"), start=1):
        if BEGIN_SOLUTION in text or END_SOLUTION in text:
            inside = "BEGIN" in text
        elif inside:
            theirs.add(number)
    return theirs


def _shape(source: str) -> str:
    """What is the same for the same code, however it is written; "" for what is no code."""
    try:
        return ast.dump(ast.parse(source))
    except SyntaxError:
        return ""


def _mutant(solution: Mutant, changed: str) -> Mutant:
    before = [line.strip() for line in solution.source.split("\n")]
    after = [line.strip() for line in changed.split("\n")]
    start = _alike(before, after)
    end = _alike(before[:start:-1], after[:start:-1])
    was, becomes = (" ".join(text[start : len(text) - end]) for text in (before, after))
    return Mutant(solution.exercise, solution.line + start, was, becomes, changed)


def _alike(left: list[str], right: list[str]) -> int:
    """With how many equal lines both begin."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((i for i, (one, other) in pairs if one != other), min(len(left), len(right)))
