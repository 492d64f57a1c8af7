from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from autograder.data.outcomes import Failure
from autograder.data.sentence import own_words
from autograder.results.kinds import Kind
from autograder.running.cell import CellRun, error_output
from autograder.running.limits import Limits
from autograder.sealed.outside import replies
from autograder.sealed.wire import messages
from autograder.sealed.wire.messages import REPLIES, Message


@pytest.mark.parametrize(
    ("request_", "fields"),
    [
        (messages.start(Limits(), "cpu"), {"limits", "device", "watched", "notices"}),
        (messages.cell("adam", "x = 1"), {"name", "source"}),
        (
            messages.cases("Adam", "optimizer_steps", [{"steps": 1}], "cpu", 1 << 20),
            {"object", "drive", "settings", "device", "room"},
        ),
    ],
)
def test_what_is_sent_and_nothing_else(request_: Message, fields: set[str]) -> None:
    assert request_.keys() == {"type", "nonce"} | fields


def test_every_request_has_a_nonce_of_its_own() -> None:
    nonces = {messages.cell("a", "")["nonce"] for _ in range(100)}
    assert len(nonces) == 100
    assert all(len(nonce) == 32 for nonce in nonces)


@pytest.mark.parametrize("schema", [*REPLIES.values(), *messages.OUTPUTS.values()])
def test_the_schemas_are_schemas(schema: Message) -> None:
    Draft202012Validator.check_schema(schema)


HOSTILE = Failure("raised", own_words("m" * 10**6), "w" * 10**6, "e" * 10**6)
OUTPUTS: list[dict[str, Any]] = [
    {"output_type": "stream", "name": "stdout", "text": "a"},
    {"output_type": "display_data", "data": {"image/png": "aGk="}, "metadata": {}},
    {
        "output_type": "execute_result",
        "data": {"application/json": {"a": [1]}},
        "metadata": {"isolated": True},
        "execution_count": 3,
    },
    error_output("KeyError", "'x'"),
]


@pytest.mark.parametrize(
    "reply",
    [
        messages.started("n", ""),
        messages.started("n", "no device " * 1000),
        messages.ran("n", CellRun([], failed=False)),
        messages.ran("n", CellRun(OUTPUTS, failed=True)),
        messages.outputs("n"),
        messages.failed("n", HOSTILE),
        messages.with_uses(messages.outputs("n"), {"torch.optim.SGD"}),
        messages.with_uses(messages.failed("n", HOSTILE), {f"{i}" * 1000 for i in range(10**3)}),
    ],
)
def test_honest_replies_fit_their_schema(reply: Message) -> None:
    replies.check(reply, {}, "n", REPLIES)


def test_a_sealed_process_can_claim_no_fault_of_ours() -> None:
    kinds = {Kind(kind) for kind in messages.FAILURES}
    assert kinds == {
        Kind.UNDEFINED,
        Kind.WRONG_KIND,
        Kind.UNSOLVED,
        Kind.RAISED,
        Kind.SHAPE,
        Kind.DTYPE,
    }
    assert kinds == {kind for kind in Kind if kind.traits.claimed}
