"""A wheel of this package, made from the package as it is installed here.

It goes out with a release, so that students install what the course was built with. Neither the
network nor a checkout is needed, and the same package gives the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import io
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import autograder
from autograder.errors import AutograderError
from autograder.files import visible, write_whole
from autograder.words.said import said

NAME = "sealed-autograder"

_WHEEL = "Wheel-Version: 1.0\nGenerator: autograder\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def write_wheel(folder: Path) -> Path:
    """Writes the wheel into `folder` and removes those of other versions; returns its path.

    Raises:
        AutograderError: where this package runs without being installed.
    """
    try:
        installed = distribution(NAME)
    except PackageNotFoundError:
        raise AutograderError(
            said(
                "{package} is not installed, so no wheel can be made of it: run "
                "`pip install -e .` in its checkout.",
                package=NAME,
            )
        ) from None
    stem = f"{NAME.replace('-', '_')}-{installed.version}"
    information = f"{stem}.dist-info"
    files = _package_files() | {
        f"{information}/{name}": text.encode() for name, text in _metadata(installed).items()
    }
    record = f"{information}/RECORD"
    files[record] = _record(files, record)
    wheel = folder / f"{stem}-py3-none-any.whl"
    write_whole(wheel, _archive(files))
    for other in folder.glob(f"{NAME.replace('-', '_')}-*.whl"):
        if other != wheel:
            other.unlink()
    return wheel


def _package_files() -> dict[str, bytes]:
    package = Path(autograder.__file__).parent
    return {
        path.relative_to(package.parent).as_posix(): path.read_bytes()
        for path in visible(package)
        if path.is_file()
    }


def _metadata(installed: Distribution) -> dict[str, str]:
    """What stands in the wheel's .dist-info folder, by name, but for its RECORD."""
    licenses = installed.metadata.get_all("License-File") or []
    names = ["METADATA", "entry_points.txt", *(f"licenses/{name}" for name in licenses)]
    texts = {name: installed.read_text(name) for name in names}
    return {"WHEEL": _WHEEL} | {name: text for name, text in texts.items() if text is not None}


def _record(files: dict[str, bytes], record: str) -> bytes:
    """The list of all files with their digests, which installers check."""
    lines = []
    for name, data in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        lines.append(f"{name},sha256={digest},{len(data)}")
    return "".join(f"{line}\n" for line in [*lines, f"{record},,"]).encode()


def _archive(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            # Stored, and with the date that ZipInfo has by default: the bytes depend on no clock
            # and no version of zlib.
            entry = ZipInfo(name)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return buffer.getvalue()
