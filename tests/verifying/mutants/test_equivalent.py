"""The author's list of mutants that change nothing."""

from pathlib import Path

import pytest

from autograder.errors import AuthorError
from autograder.verifying.mutants.equivalent import Equivalent, read
from autograder.verifying.mutants.making import Mutant

ENTRY = """
[[equivalent]]
exercise = "half"
before = "return float(x / 2)"
after = "return x / 2"
reason = "a quotient is a float already."
"""


def test_entries_are_read(tmp_path: Path) -> None:
    (tmp_path / "equivalent.toml").write_text(ENTRY)
    [entry] = read(tmp_path)
    assert entry == Equivalent(
        "half", "return float(x / 2)", "return x / 2", "a quotient is a float already."
    )
    mutant = Mutant("half", 8, entry.before, entry.after, "")
    assert entry.describes(mutant)
    assert not entry.describes(Mutant("half", 8, entry.before, "return x", ""))


def test_without_a_file_nothing_is_listed(tmp_path: Path) -> None:
    assert read(tmp_path) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[equivalent]", "can't be read"),
        (ENTRY.replace("before", "from"), "can't be read"),
        ("[[equivalent]]\nexercise = 'half'", "can't be read"),
        (ENTRY.replace("a quotient is a float already.", " "), "'return x / 2' has no reason"),
        (ENTRY + ENTRY, "stands twice"),
    ],
)
def test_what_is_wrong_with_the_list_is_said(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "equivalent.toml").write_text(text)
    with pytest.raises(AuthorError, match=said):
        read(tmp_path)
