"""What is printed beside a student's code is in the reader's language, too."""

import pytest

from autograder.running.limits import Limits
from autograder.sealed.outside.process import SealedProcess

SOURCE = """
from autograder import check
check("adam")
%pip install torch
exit()
print("a" * 2000)
"""


@pytest.mark.usefixtures("xx")
def test_notices_of_a_sealed_process() -> None:
    with SealedProcess(None, Limits(output_bytes=1000)) as process:
        run = process.run_cell("a cell", SOURCE, 30)
    printed = "".join(output["text"] for output in run.outputs)
    said = [line for line in printed.splitlines() if set(line) != {"a"}]
    assert said[:2] == [
        "[checks are not run while grading]",
        "[not run while grading: %pip install torch]",
    ]
    assert said[2] == "[exit: the cells that follow are run all the same]"
    assert said[-1].startswith("[[the rest of the output is left out: a cell may have 1,000 bytes")
