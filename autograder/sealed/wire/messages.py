"""The messages between grader and sealed process: requests, replies, and the replies' schemas.

Each request holds a nonce of its own, which its reply repeats:

```
request                                                    reply
start    limits, device, watched, notices                  started  fault
cell     name, source                                      cell     outputs, failed
cases    object, drive, settings, device, room + tensors   outputs  + tensors
                                                        or failure  kind, template, parts, where,
                                                                    exception
                                                        and, where there was any, used
```
No name of a case, expected value, key or point is among them. There is a reply for each case, in
their order, as soon as it is known; to a request's nonce it adds the number of the case. `room` is
how many bytes of tensors a reply may hold, rounded up so far that it tells nothing, so that a
student whose outputs are too large hears that, and isn't taken for a forger. `notices` has the
translations of what is printed there by us, `watched` are the
dotted names of what exercises forbid, and `used` what the case has called of it.
"""

from __future__ import annotations

import dataclasses
import secrets
from collections.abc import Collection, Mapping, Sequence
from typing import Any, TypeAlias

from autograder.data.outcomes import Failure
from autograder.running.caps import (
    MAX_LINES,
    MAX_OUTPUTS,
    MAX_PARTS,
    MAX_USES,
    MESSAGE_LENGTH,
    NAME_LENGTH,
    WHERE_LENGTH,
    capped,
)
from autograder.running.cell import CellRun
from autograder.running.limits import Limits

Message: TypeAlias = dict[str, Any]

FAILURES = ("undefined", "wrong kind", "unsolved", "raised", "shape", "dtype")
"""The kinds of failure that the side that runs the code may claim."""


def _request(kind: str, **fields: Any) -> Message:
    return {"type": kind, "nonce": secrets.token_hex(16), **fields}


def start(
    limits: Limits,
    device: str,
    watched: Sequence[str] = (),
    notices: Mapping[str, str] | None = None,
) -> Message:
    """Asks a new process to hold itself to `limits`, to make `device` ready, and to watch."""
    return _request(
        "start",
        limits=dataclasses.asdict(limits),
        device=device,
        watched=list(watched),
        notices=dict(notices or {}),
    )


def cell(name: str, source: str) -> Message:
    """Asks to run a cell."""
    return _request("cell", name=name, source=source)


def cases(
    name: str, drive: str, settings: Sequence[Mapping[str, Any]], device: str, room: int
) -> Message:
    """Asks to put the object called `name` through inputs whose tensors go along (`Batch`)."""
    return _request(
        "cases", object=name, drive=drive, settings=list(settings), device=device, room=room
    )


def of_case(nonce: str, number: int) -> str:
    """The nonce of the reply to one of the cases of a request, counted from 0."""
    return f"{nonce}-{number}"


def started(nonce: str, fault: str) -> Message:
    """Says that the process is ready, or in `fault` why it can't be."""
    return {"type": "started", "nonce": nonce, "fault": fault[:MESSAGE_LENGTH]}


def ran(nonce: str, run: CellRun) -> Message:
    """Says what came of a cell."""
    return {"type": "cell", "nonce": nonce, "outputs": run.outputs, "failed": run.failed}


def outputs(nonce: str) -> Message:
    """Says that the tensors that go along are the outputs."""
    return {"type": "outputs", "nonce": nonce}


def failed(nonce: str, failure: Failure) -> Message:
    """Says why there are no outputs."""
    said = capped(failure.said)
    return {
        "type": "failure",
        "nonce": nonce,
        "kind": failure.kind,
        "template": said.template,
        "parts": said.parts,
        "where": failure.where[:WHERE_LENGTH],
        "exception": failure.exception[:NAME_LENGTH],
    }


def with_uses(reply: Message, used: Collection[str]) -> Message:
    """`reply`, and what the case has called of what is watched."""
    names = [name[:NAME_LENGTH] for name in sorted(used)[:MAX_USES]]
    return {**reply, "used": names} if names else reply


def _reply(name: str, properties: Message) -> Message:
    """The schema of a reply: exactly these properties."""
    return _closed({"type": {"const": name}, "nonce": {"type": "string"}, **properties})


def _reply_to_case(name: str, properties: Message) -> Message:
    """The schema of a reply that may say what was used, too."""
    schema = _reply(name, properties)
    dotted = {"type": "string", "maxLength": NAME_LENGTH, "pattern": r"^[A-Za-z0-9_.]+$"}
    return {**schema, "properties": {**schema["properties"], "used": _array(dotted, MAX_USES)}}


def _closed(properties: Message) -> Message:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _array(items: Message, most: int) -> Message:
    # The number comes first: where it is too large, no item is looked at.
    return {"type": "array", "maxItems": most, "items": items}


def _text(longest: int | None = None) -> Message:
    return {"type": "string"} if longest is None else {"type": "string", "maxLength": longest}


def _output(name: str, properties: Message) -> Message:
    return _closed({"output_type": {"const": name}, **properties})


_OBJECT: Message = {"type": "object"}

_PARTS: Message = {
    "type": "object",
    "maxProperties": MAX_PARTS,
    "additionalProperties": {
        "anyOf": [
            _text(MESSAGE_LENGTH),
            {"type": "integer", "minimum": -(2**53), "maximum": 2**53},
        ]
    },
}
"""The parts of a sentence; which template may have which is for the grader to know."""

OUTPUTS: dict[str, Message] = {
    "stream": _output("stream", {"name": {"enum": ["stdout", "stderr"]}, "text": _text()}),
    "display_data": _output("display_data", {"data": _OBJECT, "metadata": _OBJECT}),
    "execute_result": _output(
        "execute_result",
        {"data": _OBJECT, "metadata": _OBJECT, "execution_count": {"type": "integer"}},
    ),
    "error": _output(
        "error",
        {"ename": _text(), "evalue": _text(), "traceback": _array(_text(), MAX_LINES)},
    ),
}
"""The JSON schema (Draft 2020-12) of each output of a cell, by its type."""

REPLIES: dict[str, Message] = {
    "started": _reply("started", {"fault": _text(MESSAGE_LENGTH)}),
    "cell": _reply(
        "cell", {"outputs": _array(_OBJECT, MAX_OUTPUTS), "failed": {"type": "boolean"}}
    ),
    "outputs": _reply_to_case("outputs", {}),
    "failure": _reply_to_case(
        "failure",
        {
            "kind": {"enum": list(FAILURES)},
            "template": _text(NAME_LENGTH),
            "parts": _PARTS,
            "where": _text(WHERE_LENGTH),
            "exception": _text(NAME_LENGTH),
        },
    ),
}
"""The JSON schema (Draft 2020-12) of each reply, by its type; a cell's outputs have their own."""
