"""Reading replies on the grader's side: nothing in them is believed before it is checked."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeVar

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from torch import Tensor

from autograder.data.outcomes import Failure, Outputs
from autograder.data.sentence import Sentence
from autograder.errors import ProtocolBroken
from autograder.running.caps import MAX_ERRORS
from autograder.running.cell import CellRun
from autograder.sealed.wire.messages import OUTPUTS, REPLIES, Message
from autograder.words.complaints import COMPLAINTS
from autograder.words.printable import printable
from autograder.words.told import is_known

T = TypeVar("T", str, int)

_REPLIES = {kind: Draft202012Validator(schema) for kind, schema in REPLIES.items()}
_OUTPUTS = {kind: Draft202012Validator(schema) for kind, schema in OUTPUTS.items()}


def check(
    reply: Message, tensors: Mapping[str, Tensor], nonce: str, kinds: Collection[str]
) -> None:
    """Makes sure that `reply` is one of `kinds` and answers what has this `nonce`.

    Raises:
        ProtocolBroken: where it doesn't.
    """
    kind = reply.get("type")
    if not isinstance(kind, str) or kind not in kinds:
        raise ProtocolBroken(f"it sent a reply of the type {kind!r:.60}")
    if not _REPLIES[kind].is_valid(reply) or not _are_outputs(reply.get("outputs", [])):
        raise ProtocolBroken(f"its {kind!r} reply does not have the form that it has to have")
    if reply["nonce"] != nonce:
        raise ProtocolBroken("it answered another request than the one it was sent")
    if tensors and kind != "outputs":
        raise ProtocolBroken(f"its {kind!r} reply came with tensors")
    if kind == "failure" and not _is_complaint(_sentence(reply)):
        raise ProtocolBroken(f"it said what no drive says, {reply['template']!r:.60}")


def _is_complaint(sentence: Sentence) -> bool:
    """Whether it is one that the side which runs the code may say, with the parts that it has."""
    return sentence.template in COMPLAINTS and is_known(sentence)


def _sentence(reply: Message) -> Sentence:
    parts = {name: _shown(part) for name, part in reply["parts"].items()}
    return Sentence(reply["template"], **parts)


def _are_outputs(outputs: list[Message]) -> bool:
    """Whether each is one of nbformat's, and they are few enough to look at all of them."""
    kinds = [str(output.get("output_type"))[:20] for output in outputs]
    return kinds.count("error") <= MAX_ERRORS and all(
        kind in _OUTPUTS and _OUTPUTS[kind].is_valid(output)
        for kind, output in zip(kinds, outputs, strict=True)
    )


def cell_run(reply: Message) -> CellRun:
    """What a checked "cell" reply says."""
    return CellRun(reply["outputs"], reply["failed"])


def used(reply: Message) -> list[str]:
    """What a checked "outputs" or "failure" reply says was used; untrusted, but fit to be shown."""
    names: list[str] = reply.get("used", [])
    return names


def outcome(reply: Message, tensors: Outputs) -> Outputs | Failure:
    """What a checked "outputs" or "failure" reply says, its texts fit for a terminal."""
    if reply["type"] == "outputs":
        return tensors
    where, exception = (_shown(reply[key]) for key in ("where", "exception"))
    return Failure(reply["kind"], _sentence(reply), where, exception)


def _shown(part: T) -> T:
    """A text without what moves a cursor, sets a title or turns the direction of other text."""
    return printable(part, "\n\t") if isinstance(part, str) else part
