"""A sentence in words: parts are put in, and are never templates themselves."""

import pytest

from autograder.data.sentence import Sentence, own_words, sentence_from_json, sentence_to_json
from autograder.words.said import said
from autograder.words.told import is_known, told

HOSTILE = ("{0}", "{name.__class__}", "{:>999999999}", "%s", "%(name)s", "{", "}}")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_part_is_no_template(text: str) -> None:
    assert told(own_words(text)) == text
    assert told(Sentence("differs", entry=text)) == f"{text} differs from the reference."
    assert said("There is no exercise {name}.", name=text) == f"There is no exercise {text}."


def test_a_part_is_plain() -> None:
    class Nasty:
        secret = "key"

        def __str__(self) -> str:
            return "shown"

    assert said("{name}", name=Nasty()) == "shown"
    with pytest.raises(AttributeError):
        said("{name.secret}", name=Nasty())


def test_a_sentence_survives_json() -> None:
    sentence = Sentence("step-shape", step=3, entry="params['w0']", got="(2,)", wanted="(3, 2)")
    assert sentence_from_json(sentence_to_json(sentence)) == sentence
    assert len({sentence, sentence_from_json(sentence_to_json(sentence))}) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        Sentence("no such template"),
        Sentence("differs"),
        Sentence("differs", name="w"),
        Sentence("differs", entry="w", more="x"),
    ],
)
def test_other_ids_and_other_parts_are_not_known(sentence: Sentence) -> None:
    assert not is_known(sentence)


@pytest.mark.usefixtures("xx")
def test_names_of_axes_measures_and_outputs_are_translated() -> None:
    at = told(Sentence("differs-at", axis="call", number=2, entry="x afterwards[0, 1]"))
    assert at == "[At [call] 2, [x afterwards][0, 1] differs from the reference.]"
    assert told(Sentence("measure-off", measure="mean")) == "[The [mean] is off.]"


@pytest.mark.usefixtures("xx")
def test_names_of_an_author_and_of_code_stay() -> None:
    at = told(Sentence("differs-at", axis="epoch", number=2, entry="grads['w0'][3]"))
    assert at == "[At epoch 2, grads['w0'][3] differs from the reference.]"
