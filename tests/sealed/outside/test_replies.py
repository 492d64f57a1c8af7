from __future__ import annotations

from typing import Any

import pytest
import torch

from autograder.data.outcomes import Failure
from autograder.data.sentence import own_words
from autograder.errors import ProtocolBroken
from autograder.running.cell import CellRun, error_output
from autograder.sealed.outside import replies
from autograder.sealed.wire import messages
from autograder.sealed.wire.messages import Message

REQUEST = messages.cases("Adam", "optimizer_steps", [{}], "cpu", 1)
NONCE = REQUEST["nonce"]
KINDS = ("outputs", "failure", "cell")
STREAM = {"output_type": "stream", "name": "stdout", "text": "a"}


def failure(**changed: Any) -> Message:
    return {**messages.failed(NONCE, Failure("raised", own_words("m"), "w", "KeyError")), **changed}


def ran(*outputs: Any) -> Message:
    return messages.ran(NONCE, CellRun(list(outputs), failed=False))


@pytest.mark.parametrize(
    "reply",
    [
        {},
        {"type": 3},
        {"type": ["outputs"]},
        {"type": "started", "nonce": NONCE, "fault": ""},
        {"type": "outputs"},
        {"type": "outputs", "nonce": 3},
        messages.outputs("another"),
        {**messages.outputs(NONCE), "score": 1},
        {**messages.outputs(NONCE), "used": "torch.optim"},
        {**messages.outputs(NONCE), "used": ["<b>"]},
        {**messages.outputs(NONCE), "used": ["torch.optim\x1b[2J"]},
        {**messages.outputs(NONCE), "used": [3]},
        {**messages.outputs(NONCE), "used": ["a" * 101]},
        {**messages.outputs(NONCE), "used": ["a"] * 21},
        failure(used=[None]),
        {**ran(STREAM), "used": []},
        failure(kind="time-out"),
        failure(kind="engine"),
        failure(kind=None),
        failure(template="differs", parts={"entry": "w"}),
        failure(template="of no drive"),
        failure(template="{text.__class__}"),
        failure(template=3),
        failure(parts={}),
        failure(parts=["text"]),
        failure(parts={"text": "m", "more": "m"}),
        failure(parts={"text": ["m"]}),
        failure(parts={"text": 0.5}),
        failure(parts={"text": True}),
        failure(parts={"text": 10**400}),
        failure(parts={"text": "m" * 2001}),
        failure(parts={f"{number}": "" for number in range(9)}),
        failure(where="w" * 4001),
        failure(exception="e" * 101),
        failure(hint="pass me"),
        {key: value for key, value in failure().items() if key != "where"},
        ran("text"),
        ran({**STREAM, "name": "stdlog"}),
        ran({**STREAM, "text": ["a"]}),
        ran({**STREAM, "metadata": {}}),
        ran({"output_type": "display_data", "data": "<b>", "metadata": {}}),
        ran({"output_type": "update_display_data", "data": {}, "metadata": {}}),
        ran({"output_type": "error", "ename": "E", "evalue": "", "traceback": [1]}),
        ran({}),
        ran({"output_type": ["error"]}),
        ran({"output_type": "error", "ename": "E", "evalue": "", "traceback": [""] * 301}),
        ran(*[error_output("E", "")] * 6),
        ran(*[STREAM] * 1001),
        {**ran(), "failed": 0},
    ],
)
def test_no_such_reply_is_taken(reply: Message) -> None:
    with pytest.raises(ProtocolBroken):
        replies.check(reply, {}, NONCE, KINDS)


def test_tensors_come_with_outputs_alone() -> None:
    tensors = {"w": torch.zeros(1)}
    replies.check(messages.outputs(NONCE), tensors, NONCE, KINDS)
    with pytest.raises(ProtocolBroken, match="tensors"):
        replies.check(failure(), tensors, NONCE, KINDS)


def test_the_message_shows_little_of_what_came() -> None:
    with pytest.raises(ProtocolBroken) as caught:
        replies.check({"type": "x" * 10**6}, {}, NONCE, KINDS)
    assert len(str(caught.value)) < 200


def test_honest_replies_are_read() -> None:
    tensors = {"w": torch.zeros(1)}
    replies.check(ran(STREAM), {}, NONCE, KINDS)
    assert replies.cell_run(ran(STREAM)) == CellRun([STREAM], failed=False)
    assert replies.outcome(messages.outputs(NONCE), tensors) is tensors
    used = messages.with_uses(messages.outputs(NONCE), {"torch.optim.SGD", "torch.optim.Adam"})
    replies.check(used, tensors, NONCE, KINDS)
    assert replies.used(used) == ["torch.optim.Adam", "torch.optim.SGD"]
    assert replies.used(messages.outputs(NONCE)) == replies.used(failure()) == []
    assert replies.outcome(failure(), {}) == Failure("raised", own_words("m"), "w", "KeyError")


def test_texts_lose_what_a_terminal_would_act_on() -> None:
    text = "\x1b]0;title\x07a\u202eb\tc\nd\r"
    said = replies.outcome(failure(parts={"text": text}, where=text, exception=text), {})
    clean = "\ufffd]0;title\ufffda\ufffdb\tc\nd\ufffd"
    assert said == Failure("raised", own_words(clean), clean, clean)
