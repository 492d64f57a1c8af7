"""What is killed, listed, surviving, or listed wrongly."""

from autograder.results.kinds import Kind
from autograder.verifying.mutants.equivalent import Equivalent
from autograder.verifying.mutants.examining import Examined
from autograder.verifying.mutants.making import Mutant
from autograder.verifying.mutants.trial import Fate

KILLED = Fate(Mutant("half", 8, "return x / 2", "return x * 2", ""), Kind.VALUE, "hidden")
ALIVE = Fate(Mutant("half", 8, "return x / 2", "return +x / 2", ""), None)
SAID = Equivalent("half", "return x / 2", "return +x / 2", "a plus changes nothing.")


def test_all_killed_holds() -> None:
    examined = Examined(("half",), (KILLED,), ())
    assert examined.killed == [KILLED]
    assert examined.holds


def test_a_survivor_that_nobody_lists_does_not_hold() -> None:
    examined = Examined(("half",), (KILLED, ALIVE), ())
    assert examined.survivors == [ALIVE]
    assert not examined.holds


def test_a_survivor_that_is_listed_holds() -> None:
    examined = Examined(("half",), (KILLED, ALIVE), (SAID,))
    assert examined.equivalent == [(ALIVE, SAID)]
    assert examined.survivors == []
    assert examined.holds


def test_an_entry_of_no_mutant_is_stale() -> None:
    examined = Examined(("half",), (KILLED,), (SAID,))
    assert examined.complaints == [
        "equivalent.toml, half: 'return x / 2' → 'return +x / 2' is no mutant: remove the entry."
    ]
    assert not examined.holds


def test_an_entry_of_a_killed_mutant_is_wrong() -> None:
    wrong = Equivalent("half", "return x / 2", "return x * 2", "?")
    examined = Examined(("half",), (KILLED,), (wrong,))
    assert "→ 'return x * 2' is killed by 'hidden': remove the entry." in examined.complaints[0]
    assert not examined.holds


def test_an_exercise_without_mutants_does_not_hold() -> None:
    examined = Examined(("half", "third"), (KILLED,), ())
    assert examined.complaints == ["third: there is no mutant of it."]
    assert not examined.holds
