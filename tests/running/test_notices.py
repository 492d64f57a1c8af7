"""Notices: translations are used, and parts are never templates."""

from collections.abc import Iterator

import pytest

from autograder.running.notices import LEFT_OUT, NOT_RUN, noticed, speak


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    speak({})


def test_places_may_stand_in_another_order() -> None:
    speak({LEFT_OUT: "{pieces} or {bytes}"})
    assert noticed(LEFT_OUT, bytes="8", pieces="9") == "9 or 8"
    speak({})
    assert noticed(LEFT_OUT, bytes="8", pieces="9").endswith("8 bytes and 9 pieces")


@pytest.mark.parametrize("text", ["{what}", "{0}", "{what.__class__}", "\\1", "%s", "{"])
def test_a_part_is_no_template(text: str) -> None:
    assert noticed(NOT_RUN, what=text) == f"not run while grading: {text}"
