"""What a machine lacks is a skip for a user and a failure in CI, with its reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest


def test_what_is_there_is_not_missed(require: Callable[[object, str], None]) -> None:
    require("/usr/bin/bwrap", "bubblewrap is not installed")


def test_a_user_s_machine_skips(
    monkeypatch: pytest.MonkeyPatch, require: Callable[[object, str], None]
) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="bubblewrap is not installed"):
        require(None, "bubblewrap is not installed")


def test_ci_fails(monkeypatch: pytest.MonkeyPatch, require: Callable[[object, str], None]) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="bubblewrap is not installed"):
        require(None, "bubblewrap is not installed")
