"""What a policy may be, and that it goes wherever the exercises go."""

from fractions import Fraction
from pathlib import Path

import pytest

from autograder import Policy, bundle
from autograder.course import Course
from autograder.data import prepare, prepare_public
from autograder.errors import AuthorError

(NORMAL,) = Course(Path(__file__).parents[1]).load("initializers").exercises
STRICT = Policy(Fraction(1, 3), "zero")


@pytest.mark.parametrize("credit", [-0.1, 1.5, float("nan"), True, "half", None])
def test_a_credit_that_is_none_is_refused(credit: float) -> None:
    with pytest.raises(AuthorError, match=rf"valid_elsewhere is {credit!r}; give the credit"):
        Policy(valid_elsewhere=credit)


def test_another_word_is_refused() -> None:
    with pytest.raises(AuthorError, match='library_use is \'warn\'; give "flag" or "zero"'):
        Policy(library_use="warn")  # type: ignore[arg-type]


def test_the_checks_bundle_carries_it(tmp_path: Path) -> None:
    bundle.write(tmp_path / bundle.FILE, [prepare_public(NORMAL, STRICT)])
    assert [exercise.policy for exercise in bundle.read(tmp_path / bundle.FILE)] == [STRICT]


def test_what_an_outcome_depends_on_covers_it() -> None:
    policies = [Policy(), Policy(Fraction(1, 3)), Policy(library_use="zero")]
    digests = {bundle.digest([prepare(NORMAL, b"k" * 32, policy)]) for policy in policies}
    assert len(digests) == 3
