"""Names of ours that are words, for translators; names that are code stay as they are.

Whoever speaks of an output gives its name, and `told` looks whether it has a translation; what a
measure is called stands where it is measured.
"""

from __future__ import annotations

from autograder.words.said import marked

AXES = (marked("step"), marked("call"))

TIERS = (marked("full"), marked("gpu"), marked("no namespaces"), marked("plain child"))

OUTPUTS = (
    marked("output"),
    marked("result"),
    marked("weights"),
    marked("x afterwards"),
    marked("grad afterwards"),
    marked("grad_out afterwards"),
    marked("what it raises"),
)
