from __future__ import annotations

import pytest

from autograder.running.caps import MAX_LINES, MAX_OUTPUTS
from autograder.running.recorder import Recorder, Stream


def test_what_is_written_in_a_row_is_one_stream() -> None:
    recorder = Recorder(100)
    for name in ("stdout", "stdout", "stderr", "stdout"):
        recorder.write(name, "a")
    assert [(output["name"], output["text"]) for output in recorder.outputs] == [
        ("stdout", "aa"),
        ("stderr", "a"),
        ("stdout", "a"),
    ]


def test_the_cap_counts_bytes_and_keeps_whole_characters() -> None:
    recorder = Recorder(5)
    recorder.write("stderr", "한글")
    assert recorder.outputs[0] == {"output_type": "stream", "name": "stderr", "text": "한"}
    assert "left out" in recorder.outputs[1]["text"]
    assert recorder.outputs[1]["name"] == "stdout"


def test_after_the_cut_nothing_is_kept_but_errors() -> None:
    recorder = Recorder(5)
    for _ in range(3):
        recorder.write("stdout", "a" * 10)
        recorder.display({"text/plain": "b"}, None)
    recorder.error("KeyError", "'x'", ["KeyError: 'x'"])
    stream, error = recorder.outputs
    assert stream["text"].count("left out") == 1
    assert error["ename"] == "KeyError"


def test_a_display_that_is_too_large_is_left_out_as_a_whole() -> None:
    recorder = Recorder(1000)
    recorder.display({"image/png": "a" * 1000}, None)
    assert [output["output_type"] for output in recorder.outputs] == ["stream"]


def test_errors_are_few_and_short() -> None:
    recorder = Recorder(100)
    for _ in range(100):
        recorder.error("E" * 9999, "m" * 99999, ["first", "line\n" * 99999, "last"])
    assert len(recorder.outputs) == 5
    shown = recorder.outputs[0]
    assert (len(shown["ename"]), len(shown["evalue"])) == (2000, 2000)
    assert len("\n".join(shown["traceback"])) <= 20_000
    assert shown["traceback"][-1] == "last"


def test_outputs_and_lines_are_so_many_at_most() -> None:
    recorder = Recorder(10**6)
    for number in range(2000):
        recorder.write("stdout", "a")
        recorder.display({"text/plain": ""}, None)
        recorder.error("E", "", ["line\n" * 2000]) if number == 0 or number > 1990 else None
    assert len(recorder.outputs) <= MAX_OUTPUTS
    assert "left out" in str(recorder.outputs[-6:])
    assert len(recorder.outputs[-1]["traceback"]) == MAX_LINES


def test_an_update_changes_what_was_displayed() -> None:
    recorder = Recorder(1000)
    recorder.display({"text/plain": "old"}, None, "a")
    recorder.update({"text/plain": "new"}, {"k": 1}, "a")
    recorder.update({"text/plain": "nobody's"}, None, "b")
    assert recorder.outputs == [
        {"output_type": "display_data", "data": {"text/plain": "new"}, "metadata": {"k": 1}}
    ]


def test_updates_count_towards_the_cap() -> None:
    recorder = Recorder(300)
    recorder.display({"text/plain": ""}, None, "a")
    for number in range(100):
        recorder.update({"text/plain": str(number)}, None, "a")
    assert "left out" in recorder.outputs[-1]["text"]


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (b"\x00\x01", "AAE="),
        ({"a": {1, 2}}, {"a": "{1, 2}"}),
        ([1, 2.5, None], [1, 2.5, None]),
    ],
)
def test_what_is_displayed_becomes_json(value: object, kept: object) -> None:
    recorder = Recorder(1000)
    recorder.display({"application/json": value}, None)
    assert recorder.outputs[0]["data"]["application/json"] == kept


def test_what_json_can_not_hold_becomes_text() -> None:
    recorder = Recorder(1000)
    recorder.display({"application/json": float("nan")}, None)
    assert recorder.outputs[0]["data"] == {"text/plain": "{'application/json': nan}"}


def test_clearing_gives_the_room_back() -> None:
    recorder = Recorder(5)
    recorder.write("stdout", "123456")
    recorder.clear()
    recorder.write("stdout", "12345")
    assert recorder.outputs[0]["text"] == "12345"


def test_a_stream_takes_text_alone() -> None:
    stream = Stream("stdout", Recorder(100))
    assert stream.writable()
    assert not stream.isatty()
    assert stream.write("abc") == 3
    with pytest.raises(TypeError, match="bytes"):
        stream.write(b"abc")  # type: ignore[arg-type]
