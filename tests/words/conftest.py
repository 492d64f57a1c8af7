from pathlib import Path

import pytest

from tests.words import made_up


@pytest.fixture
def xx(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader's language is xx, in which every text is in brackets."""
    made_up.write(tmp_path / "catalogues")
    monkeypatch.setenv("TEXTDOMAINDIR", str(tmp_path / "catalogues"))
    monkeypatch.setenv("LANGUAGE", "xx")
