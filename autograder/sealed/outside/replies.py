"""Reading replies on the grader's side: nothing in them is believed before it is checked."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from torch import Tensor

from autograder.data.outcomes import Failure, Outputs
from autograder.errors import ProtocolBroken
from autograder.running.caps import MAX_ERRORS
from autograder.running.cell import CellRun
from autograder.sealed.wire.messages import OUTPUTS, REPLIES, Message

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
    message, where, exception = (_shown(reply[key]) for key in ("message", "where", "exception"))
    return Failure(reply["kind"], message, where, exception)


def _shown(text: str) -> str:
    """`text` without what moves a cursor, sets a title or turns the direction of other text."""
    return "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in text)
