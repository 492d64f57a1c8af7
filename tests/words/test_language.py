"""Which language is spoken."""

from pathlib import Path

import pytest

from autograder.words import language
from autograder.words.said import counted, said
from tests.words import made_up


@pytest.fixture(autouse=True)
def none_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "TEXTDOMAINDIR"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("variables", "spoken"),
    [
        ({}, "en"),
        ({"LANG": "xx"}, "xx"),
        ({"LANG": "xx_YY.UTF-8"}, "xx"),
        ({"LANG": "xx", "LC_ALL": "C"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "xx"}, "xx"),
        ({"LANGUAGE": "de:xx"}, "xx"),
        ({"LANGUAGE": "en:xx"}, "en"),
        ({"LC_MESSAGES": "xx", "LANG": "en"}, "xx"),
    ],
)
def test_the_reader_s_language_is_that_of_other_programs(
    variables: dict[str, str], spoken: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_up.write(tmp_path)
    monkeypatch.setenv("TEXTDOMAINDIR", str(tmp_path))
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language.current() == spoken


def test_a_change_of_language_counts_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_up.write(tmp_path)
    monkeypatch.setenv("TEXTDOMAINDIR", str(tmp_path))
    assert said("every case") == "every case"
    monkeypatch.setenv("LANG", "xx")
    assert said("every case") == "[every case]"


@pytest.mark.usefixtures("xx")
def test_one_and_many_have_their_own_forms() -> None:
    forms = ("{number} way is open that has to be shut: please report this.",)
    many = forms[0].replace("way is", "ways are").replace("has", "have")
    assert counted(forms[0], many, 1).startswith("[1 way is")
    assert counted(forms[0], many, 2).startswith("[2 ways are")
