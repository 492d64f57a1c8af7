"""The wheel that goes out with a release."""

from __future__ import annotations

import importlib.metadata
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

import autograder
from autograder.building.wheel import NAME, write_wheel
from autograder.errors import AutograderError
from autograder.files import visible

PACKAGE = Path(autograder.__file__).parent


def files(package: Path) -> dict[str, bytes]:
    return {
        path.relative_to(package).as_posix(): path.read_bytes()
        for path in visible(package)
        if path.is_file()
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_wheel(tmp_path_factory.mktemp("release"))


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Path:
    """A folder into which pip installed the wheel, without network and dependencies."""
    target = wheel.parent / "installed"
    command = ["-m", "pip", "install", "--no-deps", "--no-index", "--target", str(target)]
    quiet = ["--quiet", "--disable-pip-version-check", "--no-compile"]
    subprocess.run([sys.executable, *command, *quiet, str(wheel)], check=True)
    return target


def test_its_name(wheel: Path) -> None:
    version = importlib.metadata.version(NAME)
    assert wheel.name == f"sealed_autograder-{version}-py3-none-any.whl"


def test_it_holds_the_package_and_nothing_else(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        assert archive.testzip() is None
        tops = {name.split("/")[0] for name in archive.namelist()}
        assert len(archive.namelist()) == len(set(archive.namelist()))
    assert tops == {"autograder", wheel.name.removesuffix("-py3-none-any.whl") + ".dist-info"}


def test_the_same_package_gives_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    assert write_wheel(tmp_path).read_bytes() == wheel.read_bytes()


def test_what_is_installed_from_it_is_complete(installed: Path) -> None:
    assert files(installed / "autograder") == files(PACKAGE)
    assert "py.typed" in files(installed / "autograder")
    (information,) = installed.glob("*.dist-info")
    (found,) = importlib.metadata.distributions(path=[str(installed)])
    original = importlib.metadata.distribution(NAME)
    assert found.read_text("METADATA") == original.read_text("METADATA")
    assert (information / "licenses" / "LICENSE").is_file()
    assert {(e.name, e.value) for e in found.entry_points} == {
        ("autograder", "autograder.commands.main:main")
    }


def test_an_ordinary_installation_gives_the_same_wheel(
    wheel: Path, installed: Path, tmp_path: Path
) -> None:
    code = (
        "import sys; from pathlib import Path; from autograder.building.wheel import write_wheel;"
    )
    code += "import autograder; print(autograder.__file__); write_wheel(Path(sys.argv[1]))"
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-P", "-c", code, str(tmp_path)],
        env=environment,
        cwd=tmp_path,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stdout.startswith(str(installed))
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


def test_wheels_of_other_versions_go(tmp_path: Path) -> None:
    for name in ("sealed_autograder-0.0.1-py3-none-any.whl", "other-1-py3-none-any.whl"):
        (tmp_path / name).touch()
    wheel = write_wheel(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {wheel.name, "other-1-py3-none-any.whl"}


def test_a_package_that_is_not_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("autograder.building.wheel.NAME", "sealed-autograder-not-there")
    with pytest.raises(AutograderError, match="is not installed"):
        write_wheel(tmp_path)
