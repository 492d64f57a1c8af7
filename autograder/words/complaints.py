"""What the side that runs a student's code may say of it: the templates that may cross the wire.

Whatever comes back with another id, or with parts that its template has no places for, is forged.
"""

from __future__ import annotations

from collections.abc import Mapping

from autograder.data.sentence import AUTHOR, OWN_WORDS
from autograder.words.said import marked

COMPLAINTS: Mapping[str, str] = {
    AUTHOR: marked("{sentence}"),
    OWN_WORDS: marked("{text}"),
    "not-defined": marked("{object} is not defined."),
    "not-callable": marked("{object} is a {type}; it has to be something to call."),
    "no-tensors": marked("What came back is no set of named tensors."),
    "no-values": marked("{entry} is no tensor that holds all of its values."),
    "dtype-not-carried": marked("{entry} is {got}, a dtype that can't be compared."),
    "outputs-too-large": marked("The outputs are far too large: {bytes} bytes in all."),
    "no-number": marked("A {type} came back; return a float."),
    "no-tensor": marked("A {type} came back; return a torch.Tensor."),
    "no-dict": marked("{code} gave a {type}; return a dict."),
    "entry-missing": marked("{code} gave the entries {given}, but no {wanted}."),
    "entries-missing": marked("{code} gave an empty dict; {wanted} is missing."),
    "value-no-tensor": marked("{code} is a {type}; it has to be a torch.Tensor."),
    "value-shape": marked("{code} has the shape {got}; it has to be {wanted}."),
    "value-dtype": marked("{code} is {got}; it has to be {wanted}."),
    "step-entry-gone": marked("After step {step}, {entry} is gone; keep every entry."),
    "step-no-tensor": marked(
        "After step {step}, {entry} is a {type}; it has to stay a torch.Tensor."
    ),
    "step-shape": marked("After step {step}, {entry} has the shape {got}; it was {wanted}."),
    "step-dtype": marked("After step {step}, {entry} is {got}; it was {wanted}."),
}
