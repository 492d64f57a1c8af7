"""What a student reads who lacks a package, around the imports of an author."""

from __future__ import annotations

import ast

import pytest

from autograder.building.setup_cell import guarded

IMPORTS = '''\
import no_such_package_of_anybody
from autograder import (
    check,
)

text = """one
two

three"""
'''


def test_a_missing_package_is_said_with_what_to_do() -> None:
    with pytest.raises(SystemExit) as raised:
        exec(guarded(IMPORTS), {})
    assert str(raised.value) == (
        "This notebook needs the package 'no_such_package_of_anybody'. In a terminal, install the "
        ".whl file that your course hands out with `pip install FILE.whl`, then restart the kernel."
    )


def test_what_is_there_is_imported_and_texts_stay_as_they_are() -> None:
    names: dict[str, object] = {}
    exec(guarded(IMPORTS.replace("no_such_package_of_anybody", "math")), names)
    assert {"math", "check"} < names.keys()
    assert names["text"] == "one\ntwo\n\nthree"


def test_blank_lines_get_no_spaces() -> None:
    assert "\n\n    from autograder import check\nexcept Mod" in guarded(
        "import math\n\nfrom autograder import check"
    )


@pytest.mark.parametrize(
    "source",
    [
        "try:\n    import math\nexcept ImportError:\n    math = None",
        "import os\ntry:\n    import math\nexcept ImportError:\n    math = None",
        "x = 1",
        "# import math",
        "",
        "%matplotlib inline\nimport math",
        "import",
    ],
)
def test_what_is_not_plain_imports_stays(source: str) -> None:
    assert guarded(source) == source


def test_it_is_python_still() -> None:
    ast.parse(guarded(IMPORTS))
