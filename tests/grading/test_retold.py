"""Other words for the same outcome."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from autograder.data.sentence import own_words
from autograder.grading.retold import retold
from autograder.judging.judge import findings_of
from autograder.judging.policy import Policy
from autograder.judging.prepared import ExerciseData, KnownMistake
from autograder.report.sentences import message
from autograder.results.kinds import Kind, Verdict
from autograder.results.result import CaseResult, ExerciseResult, Finding

WRONG = KnownMistake("eps-inside", "eps stands outside of the root.", False)
FORM = KnownMistake("twice", "elsewhere it is doubled.", True)
OTHER_FORM = KnownMistake("thrice", "elsewhere it is tripled.", True)


def exercise(*mistakes: KnownMistake, credit: float = 0.5) -> ExerciseData:
    return ExerciseData("e", "E", "d", Fraction(1), (), mistakes, Policy(credit))


def reworded(mistake: KnownMistake) -> KnownMistake:
    return replace(mistake, hint=f"{mistake.hint}!")


def result(*findings: Finding) -> ExerciseResult:
    case = CaseResult("c", True, 1, Verdict.FAILED, Fraction(1, 2), findings[-1])
    notes = (Finding(Kind.LIBRARY_USE, (own_words("E uses torch.optim."),)),)
    return ExerciseResult("e", Fraction(1), (case,), findings, notes)


@pytest.mark.parametrize("named", [[WRONG], [FORM], [FORM, OTHER_FORM], [WRONG, FORM], []])
@pytest.mark.parametrize("credit", [0, 0.5])
def test_it_is_what_the_judge_says(named: list[KnownMistake], credit: float) -> None:
    around = (
        Finding(Kind.LIBRARY_USE, (own_words("It earns nothing."),)),
        Finding(Kind.VALUE, (own_words("w differs."),)),
    )
    mistakes = (WRONG, FORM, OTHER_FORM)
    before = exercise(*mistakes, credit=credit)
    now = exercise(*map(reworded, mistakes), credit=credit)
    earlier = result(around[0], *findings_of(before, named), around[1])
    later = result(around[0], *findings_of(now, [*map(reworded, named)]), around[1])
    assert retold(now, earlier) == later
    assert retold(before, earlier) == earlier
    assert retold(now, earlier).score == earlier.score


def test_a_form_alone_says_what_it_counts_and_beside_a_mistake_it_counts_nothing() -> None:
    counted = "Valid elsewhere, not the form asked (twice): elsewhere it is doubled. "
    counted += "A case that fails for it counts half."
    assert [message(one) for one in findings_of(exercise(), [FORM])] == [counted]
    assert "counts" not in str([*map(message, findings_of(exercise(), [WRONG, FORM]))])
    assert "counts" not in str([*map(message, findings_of(exercise(credit=0), [FORM]))])
