"""Reports show a student what a student may read, escaped."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
from rich.console import Console

from autograder.commands.tables import scores
from autograder.data.sentence import own_words
from autograder.report import html, text
from autograder.results.divergence import Divergence
from autograder.results.kinds import Kind, Verdict
from autograder.results.result import CaseResult, ExerciseResult, Finding, SubmissionResult

VALUE = Finding(
    Kind.VALUE, (own_words("At step 1, w differs."),), (own_words("It is 0.25, expected 0.75."),)
)
HOSTILE = Finding(
    Kind.RAISED, (own_words("Adam raised <b>."),), (own_words("<script>alert(1)</script>"),)
)
NAMED = Finding(Kind.MISTAKE, (own_words("ema: leave the factor out."),), mistake="ema")
RESULT = ExerciseResult(
    "adam",
    Fraction(10),
    (
        CaseResult("first", True, 1, Verdict.FAILED, finding=VALUE),
        CaseResult("secret", False, 1, Verdict.FAILED, finding=VALUE),
        CaseResult("odd", True, 1, Verdict.FAILED, finding=HOSTILE),
        CaseResult("fine", False, 1, Verdict.PASSED, Fraction(1)),
    ),
    (NAMED, VALUE),
)


@pytest.mark.parametrize("laid_out", [text.exercise(RESULT), html.exercise(RESULT)])
def test_a_graded_exercise_shows_score_cases_and_hints(laid_out: str) -> None:
    for said in ("adam: 2.5 of 10 points; 1 of 4 cases pass.", "secret (hidden)", "ema: leave"):
        assert said in laid_out


@pytest.mark.parametrize("laid_out", [text.exercise(RESULT), html.exercise(RESULT)])
def test_values_are_shown_for_the_public_case_alone(laid_out: str) -> None:
    assert laid_out.count("expected 0.75") == 1


@pytest.mark.parametrize("laid_out", [text.exercise, html.exercise])
def test_what_counts_in_part_says_so_in_its_line(laid_out: Callable[[ExerciseResult], str]) -> None:
    cases = (
        CaseResult("first", True, 1, Verdict.FAILED, Fraction(1, 2), VALUE),
        CaseResult("second", True, 1, Verdict.FAILED, finding=VALUE),
    )
    shown = laid_out(ExerciseResult("adam", Fraction(2), cases, (VALUE,)))
    assert shown.count("At step 1, w differs. It counts half.") == 1
    assert "adam: 0.5 of 2 points; 0 of 2 cases pass." in shown


def test_html_is_escaped() -> None:
    assert "<script>" not in html.exercise(RESULT)
    assert "&lt;script&gt;" in html.exercise(RESULT)


def test_curves_are_drawn_in_html_alone_and_their_names_escaped() -> None:
    curves = Divergence("<b>", "<i>w", "step", 1, 1, (1.0, 2.0), (0.0, 1.0))
    parted = replace(RESULT, divergence=curves)
    for laid_out in (html.exercise, html.checked):
        assert "<img" not in laid_out(RESULT)
        shown = laid_out(parted)
        assert shown.count('<img src="data:image/png;base64,') == 1
        assert 'alt="&lt;i&gt;w against step 1 to 2: yours and the reference' in shown
        assert "&lt;b&gt;: &lt;i&gt;w leaves the reference at step 1." in shown
        assert "<i>" not in shown
    for laid_out in (text.exercise, text.checked, text.sentence):
        assert laid_out(parted) == laid_out(RESULT)


def test_a_fault_of_ours_shows_no_score() -> None:
    engine = Finding(Kind.ENGINE, (own_words("The grader failed here."),))
    cases = (CaseResult("first", True, 1, Verdict.BROKEN, finding=engine),)
    assert "no score" in text.exercise(ExerciseResult("adam", Fraction(10), cases, (engine,)))


def test_a_self_check_says_what_fails_in_one_sentence() -> None:
    assert text.sentence(RESULT) == "adam: 3 of 4 cases fail. ema: leave the factor out."


def test_the_table_shows_students_and_markup_as_text() -> None:
    console = Console(width=100, record=True, file=None, quiet=False, force_terminal=False)
    with console.capture() as capture:
        console.print(scores.table("optimizers", [SubmissionResult("[bold]kim", "o", (RESULT,))]))
    shown = capture.get()
    assert "[bold]kim" in shown
    assert "2.5 / 10" in shown
    assert "adam · ema: leave" in shown


def test_what_is_for_the_instructor_alone_stands_in_the_table_alone() -> None:
    note = Finding(Kind.LIBRARY_USE, (own_words("Adam uses torch.optim.Adam."),))
    noted = replace(RESULT, notes=(note,))
    console = Console(width=100)
    with console.capture() as capture:
        console.print(scores.table("optimizers", [SubmissionResult("kim", "o", (noted,))]))
    assert "adam · ema: leave the factor out." in capture.get()
    assert "adam · Adam uses torch.optim.Adam." in capture.get()
    for shown in (text.exercise, html.exercise, text.checked, html.checked, text.sentence):
        assert shown(noted) == shown(RESULT)


def test_one_line_is_enough_where_every_case_ends_in_the_same_way() -> None:
    unsolved = Finding(Kind.UNSOLVED, (own_words("Adam is not written yet."),))
    cases = tuple(
        CaseResult(name, name == "a", 1, Verdict.FAILED, finding=unsolved) for name in "abc"
    )
    shown = text.exercise(ExerciseResult("adam", Fraction(10), cases, (unsolved,)))
    assert shown.count("not written yet") == 1
    assert "✗ every case: Adam is not written yet." in shown
