"""What `autograder verify --mutants` says."""

from rich.console import Console

from autograder.commands.tables import mutants
from autograder.results.kinds import Kind
from autograder.verifying.mutants.equivalent import Equivalent
from autograder.verifying.mutants.examining import Examined
from autograder.verifying.mutants.making import Mutant
from autograder.verifying.mutants.trial import Fate

BEFORE = "return float(x / 2)"
LISTED = Equivalent("half", BEFORE, "return x / 2", "a quotient is a float already.")


def fate(after: str, kind: Kind | None, exercise: str = "half") -> Fate:
    return Fate(Mutant(exercise, 8, BEFORE, after, ""), kind, "hidden")


EXAMINED = Examined(
    ("half", "third"),
    (
        fate("return float(x * 2)", Kind.VALUE),
        fate("return None", Kind.WRONG_KIND),
        fate("return float(2 / x)", Kind.RAISED),
        fate("while True: pass", Kind.TIME_OUT),
        fate("return x / 2", None),
        fate("return x / 3", None, "third"),
    ),
    (LISTED,),
)


def rows() -> list[list[str]]:
    console = Console(width=200)
    with console.capture() as captured:
        console.print(mutants.table("halves", EXAMINED))
    return [line.split() for line in captured.get().splitlines()]


def test_every_exercise_has_its_numbers() -> None:
    assert rows()[2:] == [
        ["half", "5", "2", "1", "1", "1", "0"],
        ["third", "1", "0", "0", "0", "0", "1"],
        ["all", "6", "2", "1", "1", "1", "1"],
    ]


def test_equivalents_have_their_reason_and_survivors_their_place() -> None:
    said = mutants.remarks("halves", EXAMINED).plain
    assert "a quotient is a float already." in said
    assert (
        "✗ halves/lesson.py:8, third\n      - return float(x / 2)\n      + return x / 3\n" in said
    )
    assert "solutions/halves/equivalent.toml" in said


def test_every_way_to_fail_a_case_has_its_column() -> None:
    impossible = {
        *(Kind.UNREADABLE, Kind.FORGED, Kind.MISTAKE, Kind.VALID_ELSEWHERE, Kind.NOTICE),
        *(Kind.ENGINE, Kind.LIBRARY_USE),
    }
    assert {kind for kind in Kind if kind.traits.kills not in mutants.HOW} == impossible
    assert {kind.traits.kills for kind in Kind} == {*mutants.HOW, ""}


def test_a_summary_is_a_row_for_the_readme() -> None:
    assert mutants.summary("halves", EXAMINED) == "| `halves` | 6 | 4 | 1 |"
