"""What the grader says of an exercise: compared, named, charged, or not come to an end."""

from __future__ import annotations

from collections.abc import Mapping

from autograder.words.said import Plural, marked

FINDINGS: Mapping[str, str | Plural] = {
    # Kinds of failure (`results.kinds`): fit for the student whatever the case.
    "undefined": marked("{object} is not defined: run its cell, and keep its name."),
    "wrong-kind": marked("{object} does not give what was asked."),
    "unsolved": marked("{object} is not written yet."),
    "raised": marked("{object} raised {exception}."),
    "raised-own": marked("{object} raised an exception."),
    "timed-out": marked("{object} ran past its time."),
    "crashed": marked("{object} ended the process that it ran in."),
    "forged": marked("{object} sent what no drive sends."),
    "wrong-shape-given": marked("{object} gives a wrong shape."),
    "wrong-dtype-given": marked("{object} gives a wrong dtype."),
    "grader-failed": marked("The grader failed here, not the student: grade again."),
    "not-asked": marked("Not run: an earlier case of this exercise did not end well."),
    # Values.
    "differs": marked("{entry} differs from the reference."),
    "differs-at": marked("At {axis} {number}, {entry} differs from the reference."),
    "not-finite": marked("{entry} is not a finite number."),
    "not-finite-at": marked("At {axis} {number}, {entry} is not a finite number."),
    "not-all-finite": marked("Not every number that came back is finite."),
    "expected": marked("It is {got}, expected {expected}."),
    "off-by": marked(
        "It is {got}, expected {expected}: off by {off}, where {allowed} is tolerated."
    ),
    "other-outputs": marked("The outputs are not those that were asked for."),
    "outputs-are": marked("They are {got}; expected {expected}."),
    "outputs-none": marked("There are none; expected {expected}."),
    "wrong-shape": marked("{entry} has the wrong shape."),
    "shape-is": marked("It is {got}, expected {expected}."),
    "wrong-dtype": marked("{entry} is {got}; expected {expected}."),
    # Curves that part.
    "leaves-at": marked("{case}: {entry} leaves the reference at {axis} {number}."),
    "breaks-off": marked(
        "Your curve breaks off where its numbers are not finite, or too large to draw."
    ),
    "curves-part": marked(
        "{entry} against {axis} {first} to {last}: yours and the reference, which part at {axis} "
        "{number}."
    ),
    # Statistics.
    "measure-off": marked("The {measure} is off."),
    "out-of-bounds": marked("It is {got}, expected {expected}; {low} to {high} passes."),
    # Mistakes by name; the hint is its author's.
    "mistake": marked("{name}: {hint}"),
    "valid-elsewhere": marked("Valid elsewhere, not the form asked ({name}): {hint}"),
    "failing-counts-half": marked("A case that fails for it counts half."),
    "failing-counts-full": marked("A case that fails for it counts in full."),
    "failing-counts-share": marked("A case that fails for it counts {share}."),
    # Uses of what is forbidden.
    "forbidden": marked("{object} uses {names}, which this exercise forbids."),
    "forbidden-and-more": Plural(
        "{object} uses {names} and {number} more, which this exercise forbids.",
        "{object} uses {names} and {number} more, which this exercise forbids.",
    ),
    "used-at": marked("{name} stands in {cell}, line {line}."),
    "used-as-it-ran": marked("{name} was called as it ran."),
    "earns-nothing": marked("It earns nothing."),
    # On a GPU.
    "cpu-alone": marked("It works on the CPU alone. With tensors on a GPU:"),
    "cpu-counts": marked("The score is that of a run on the CPU."),
}
