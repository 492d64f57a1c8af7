"""A fresh process costs a torch import: tests that leave it whole share one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.running.limits import Limits
from autograder.sealed.outside.process import SealedProcess

SMALL = Limits(memory_bytes=2 << 30, file_bytes=1 << 20, output_bytes=10_000)

# A drive that an assignment ships: whatever the object returns, and as much of it as is asked.
DRIVES = """
from autograder import Drive
give = Drive("give", None, lambda obj, inputs: {"y": obj(inputs.tensors["x"])})
"""


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release's folder, with what must not come along too."""
    outside = tmp_path_factory.mktemp("outside")
    (outside / "answers.csv").write_text("42")
    folder = tmp_path_factory.mktemp("release")
    (folder / "drives.py").write_text(DRIVES)
    (folder / "data").mkdir()
    (folder / "data" / "rows.csv").write_text("1,2")
    (folder / "link.csv").symlink_to(folder / "data" / "rows.csv")
    (folder / "optimizers.ipynb").write_text("{}")
    (folder / "checks.safetensors").write_text("expected outputs")
    (folder / "alias.csv").symlink_to(folder / "checks.safetensors")
    (folder / "answers.csv").symlink_to(outside / "answers.csv")
    (folder / "outside").symlink_to(outside)
    return folder


@pytest.fixture(scope="session")
def process(release: Path) -> Iterator[SealedProcess]:
    """A process for code that does it no harm."""
    with SealedProcess(release, SMALL) as process:
        yield process
