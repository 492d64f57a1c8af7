"""Results as JSON with the words of their findings, for whoever reads them elsewhere."""

from __future__ import annotations

from typing import Any

from autograder.data.sentence import sentence_from_json
from autograder.results.as_json import to_json
from autograder.results.result import SubmissionResult
from autograder.words.told import told


def worded(result: SubmissionResult) -> dict[str, Any]:
    """What `to_json` gives; beside what a finding has `said` there is its `message` in words."""
    data: dict[str, Any] = _with_words(to_json(result))
    return data


def _with_words(value: Any) -> Any:
    if isinstance(value, list):
        return [_with_words(entry) for entry in value]
    if not isinstance(value, dict):
        return value
    data = {key: _with_words(entry) for key, entry in value.items()}
    if "said" in data:
        data["message"] = told(*map(sentence_from_json, data["said"]))
    return data
