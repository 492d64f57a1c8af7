"""Listing a folder's visible files, and writing a file whole: never half-written."""

from __future__ import annotations

import os
from pathlib import Path

CHECKS = "checks.safetensors"
"""The file beside a notebook that holds its checks, with the outputs that are expected."""


def visible(folder: Path) -> list[Path]:
    """All files and folders below `folder`, sorted, without hidden ones and Python's caches."""
    return sorted(
        path
        for path in folder.rglob("*")
        if not any(part.startswith((".", "__pycache__")) for part in path.relative_to(folder).parts)
    )


def write_whole(path: Path, data: bytes) -> bool:
    """Writes `data` to `path`, whole or not at all; returns whether that changed anything."""
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        aside.write_bytes(data)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    return True
