"""What a policy may be, and that it goes wherever the exercises go."""

from fractions import Fraction
from pathlib import Path

import pytest

from autograder import Policy
from autograder.course.course import Course
from autograder.data.sentence import own_words
from autograder.data.use import Use
from autograder.errors import AuthorError
from autograder.exercises.prepare import prepare_public
from autograder.exercises.recipe import recipe
from autograder.files import CHECKS
from autograder.judging import bundle
from autograder.judging.policy import charge
from autograder.report.sentences import message
from autograder.results.kinds import Kind, Verdict
from autograder.results.result import CaseResult, ExerciseResult, Finding

NORMAL = Course(Path(__file__).parents[2]).load("initializers").exercise("normal")
STRICT = Policy(Fraction(1, 3), "zero")


@pytest.mark.parametrize("credit", [-0.1, 1.5, float("nan"), True, "half", None])
def test_a_credit_that_is_none_is_refused(credit: float) -> None:
    with pytest.raises(AuthorError, match=rf"valid_elsewhere is {credit!r}; give the credit"):
        Policy(valid_elsewhere=credit)


def test_another_word_is_refused() -> None:
    with pytest.raises(AuthorError, match='library_use is \'warn\'; give "flag" or "zero"'):
        Policy(library_use="warn")  # type: ignore[arg-type]


def test_the_checks_bundle_carries_it(tmp_path: Path) -> None:
    bundle.write(tmp_path / CHECKS, [prepare_public(NORMAL, STRICT)])
    (read,) = bundle.read(tmp_path / CHECKS)
    assert (read.policy, read.forbids) == (STRICT, ("torch.nn.init",))


def test_what_an_outcome_depends_on_covers_it() -> None:
    policies = [Policy(), Policy(Fraction(1, 3)), Policy(library_use="zero")]
    assert len({recipe(NORMAL, b"k" * 32, policy) for policy in policies}) == 3


USES = [Use("torch.optim.SGD", "sgd", 4), Use("torch.optim.Adam")]
SAID = (
    "SGD uses torch.optim.SGD, torch.optim.Adam, which this exercise forbids. "
    "torch.optim.SGD stands in sgd, line 4. torch.optim.Adam was called as it ran."
)
OFF = Finding(Kind.VALUE, (own_words("Off."),))


def result(verdict: Verdict = Verdict.FAILED) -> ExerciseResult:
    cases = (
        CaseResult("one", True, 1, Verdict.PASSED, Fraction(1)),
        CaseResult("two", False, 3, verdict, Fraction(1, 2), OFF),
    )
    return ExerciseResult("sgd", Fraction(4), cases, (OFF,))


@pytest.mark.parametrize("policy", [Policy(), Policy(library_use="zero")])
def test_who_uses_nothing_forbidden_is_not_charged(policy: Policy) -> None:
    assert charge(policy, "SGD", result(), []) == result()


def test_a_flag_is_for_the_instructor_alone() -> None:
    charged = charge(Policy(), "SGD", result(), USES)
    assert [message(note) for note in charged.notes] == [SAID]
    assert (charged.cases, charged.findings) == (result().cases, result().findings)


def test_zero_is_zero_with_the_reason_first() -> None:
    charged = charge(Policy(library_use="zero"), "SGD", result(), USES)
    assert charged.score == 0
    assert charged.verdict is Verdict.FAILED
    reason, other = charged.findings
    assert (message(reason), other) == (f"{SAID} It earns nothing.", OFF)
    assert charged.notes == ()
    assert [case.finding for case in charged.cases] == [reason, reason]


def test_a_fault_of_ours_is_no_zero_for_a_use_either() -> None:
    charged = charge(Policy(library_use="zero"), "SGD", result(Verdict.BROKEN), USES)
    assert charged.score is None
    assert [message(note) for note in charged.notes] == [SAID]


def test_many_uses_are_counted() -> None:
    many = [Use(f"torch.optim.A{i}", "sgd", 1) for i in range(9)]
    (note,) = charge(Policy(), "SGD", result(), many).notes
    assert "torch.optim.A4 and 4 more, which" in message(note)
    assert "A5" not in message(note)
