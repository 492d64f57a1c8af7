"""A mistake is written once: what its variant and its docstring say, and where it is found."""

from __future__ import annotations

import linecache
import sys
from types import ModuleType
from typing import Any

import pytest

from autograder.errors import AuthorError
from autograder.exercises.exercise import Mistake
from autograder.exercises.mistakes import mistake, mistakes_in
from autograder.exercises.parts import Parts

SGD = '''
from autograder import mistake

class Variant:
    """Not a mistake by itself."""

@mistake
class RateIgnored(Variant):
    """the step is lr times
    the gradient."""

@mistake
class NoBiasCorrection(RateIgnored):
    """What are m and s
    after the first step?

    they start at zero, so divide
      by 1 - beta.
    """

@mistake(valid_elsewhere=True)
def eps_added(x):
    """nothing is added."""
    return x + 1e-5

class Another(RateIgnored):
    pass

alias = eps_added
number = 3
'''


def module(text: str, name: str = "assignment_00000000_hw.wrong") -> ModuleType:
    made = ModuleType(name)
    made.__file__ = f"{name}.py"
    linecache.cache[made.__file__] = (len(text), None, text.splitlines(True), made.__file__)
    exec(compile(text, made.__file__, "exec"), made.__dict__)
    return made


def said(text: str) -> list[tuple[str, str, str, bool]]:
    return [(m.name, m.question, m.hint, m.valid_elsewhere) for m in mistakes_in(module(text))]


def test_mistakes_are_found_in_the_order_in_which_they_are_written() -> None:
    assert said(SGD) == [
        ("rate-ignored", "", "the step is lr times the gradient.", False),
        (
            "no-bias-correction",
            "What are m and s after the first step?",
            "they start at zero, so divide by 1 - beta.",
            False,
        ),
        ("eps-added", "", "nothing is added.", True),
    ]


def test_a_variant_stays_what_it_is() -> None:
    wrong = module(SGD)
    assert [mistake.variant for mistake in mistakes_in(wrong)] == [
        wrong.RateIgnored,
        wrong.NoBiasCorrection,
        wrong.eps_added,
    ]
    assert wrong.eps_added(1.0) == 1 + 1e-5


def test_what_a_module_imports_is_not_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "base", module(SGD, "base"))
    text = """
from autograder import mistake
from base import *

@mistake
class Late(NoBiasCorrection):
    "update first."
"""
    assert said(text) == [("late", "", "update first.", False)]


@pytest.mark.parametrize("text", ["", "from autograder import mistake, Mistake"])
def test_a_module_without_mistakes_is_refused(text: str) -> None:
    with pytest.raises(AuthorError, match=r"wrong\.py has no mistakes: write @mistake above"):
        mistakes_in(module(text))


@pytest.mark.parametrize(
    ("docstring", "what"),
    [
        ("", "mistake Late has no docstring: write the sentence that a student reads"),
        ("'  '", "mistake Late has no docstring"),
        ("'The step is late.\\n\\nupdate first.'", r"mistake Late: .* \(with a '\?'\)"),
        ("'Which?\\n\\none.\\n\\ntwo.'", "mistake Late: its docstring is the correction alone"),
    ],
)
def test_a_docstring_of_another_form_is_refused(docstring: str, what: str) -> None:
    text = f"from autograder import mistake\n@mistake\nclass Late:\n    {docstring}\n    x = 1\n"
    with pytest.raises(AuthorError, match=what):
        module(text)


def test_a_base_s_docstring_is_not_its_variant_s() -> None:
    text = f"{SGD}\n@mistake\nclass Late(RateIgnored):\n    pass\n"
    with pytest.raises(AuthorError, match="Late has no docstring"):
        module(text)


def test_a_variant_made_in_a_function_is_refused() -> None:
    with pytest.raises(AuthorError, match=r"Late, which is made in a function.*Mistake\(\.\.\.\)"):

        @mistake
        class Late:
            """update first."""


@pytest.mark.parametrize("what", ["update first.", 3, property(), Mistake("a", None, "b")])
def test_what_is_no_variant_is_refused(what: Any) -> None:
    with pytest.raises(AuthorError, match="@mistake stands above a class or a function, not above"):
        mistake(what)


def made_of(text: str, name: str) -> str:
    return Parts().of(getattr(module(text), name))


def test_a_mark_is_no_part_of_what_the_code_does() -> None:
    plain = SGD.replace("@mistake(valid_elsewhere=True)\n", "").replace("@mistake\n", "")
    for name in ("NoBiasCorrection", "eps_added"):
        assert made_of(SGD, name) == made_of(plain, name)


def test_another_decorator_is_a_part_of_what_the_code_does() -> None:
    other = SGD.replace("def eps_added", "@vars(mistake).get('x', lambda f: f)\ndef eps_added")
    assert made_of(SGD, "eps_added") != made_of(other, "eps_added")
