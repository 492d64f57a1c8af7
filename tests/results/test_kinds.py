"""What follows from the kind of a finding."""

from __future__ import annotations

import json
import pickle

from autograder.results.kinds import Kind
from autograder.words.templates import TEMPLATES
from autograder.words.told import places


def test_a_kind_is_its_word() -> None:
    assert json.dumps(Kind.TIME_OUT) == '"time-out"'
    assert Kind("forged reply") is Kind.FORGED
    assert pickle.loads(pickle.dumps(Kind.VALUE)) is Kind.VALUE


def test_only_what_a_process_did_not_survive_ends_an_exercise() -> None:
    ending = {kind for kind in Kind if kind.traits.ends}
    assert ending == {Kind.TIME_OUT, Kind.CRASHED, Kind.FORGED}


def test_what_luck_may_decide_is_tried_again() -> None:
    fleeting = {kind for kind in Kind if kind.traits.fleeting}
    assert fleeting == {Kind.TIME_OUT, Kind.CRASHED, Kind.ENGINE}


def test_a_form_that_is_valid_elsewhere_shows_in_numbers_alone() -> None:
    assert {kind for kind in Kind if kind.traits.wrong_numbers} == {Kind.VALUE, Kind.NOT_FINITE}


def test_whatever_comes_instead_of_outputs_has_its_sentence() -> None:
    instead = {kind for kind in Kind if kind.traits.claimed or kind.traits.ends} | {Kind.ENGINE}
    for kind in instead:
        assert places(TEMPLATES[kind.traits.template]) <= {"object", "exception"}
