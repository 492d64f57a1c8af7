"""The drive of functions from a batch to a batch."""

import re
from typing import Any

import pytest
import torch

from autograder.data.inputs import Inputs
from autograder.drives import batch_calls
from autograder.drives.draw import PUBLIC_KEY, Draw
from autograder.drives.drive import UnfitOutput
from autograder.words.told import told


def inputs(**case: Any) -> Inputs:
    return batch_calls.inputs(Draw(PUBLIC_KEY, "e", "c"), **{"rows": 4, "columns": 2, **case})


def test_the_result_is_what_the_function_gives() -> None:
    case = inputs()
    assert torch.equal(batch_calls.run(torch.neg, case)["result"], -case.tensors["x"])


def test_a_change_of_x_spoils_only_the_case_that_looks() -> None:
    for watch in (False, True):
        case = inputs(watch=watch)
        right, spoilt = batch_calls.run(torch.neg, case), batch_calls.run(torch.neg_, case)
        assert all(torch.equal(right[name], spoilt[name]) for name in right) is not watch


def test_what_is_no_tensor_is_said() -> None:
    with pytest.raises(UnfitOutput) as raised:
        batch_calls.run(torch.Tensor.tolist, inputs())
    assert re.search(r"A list came back; return a torch", told(raised.value.said))
