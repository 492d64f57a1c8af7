"""All templates by their ids: what a finding may say, whoever has found it."""

from __future__ import annotations

from collections.abc import Mapping

from autograder.words.complaints import COMPLAINTS
from autograder.words.findings import FINDINGS
from autograder.words.said import Plural
from autograder.words.submissions import SUBMISSIONS

TEMPLATES: Mapping[str, str | Plural] = {**FINDINGS, **COMPLAINTS, **SUBMISSIONS}
"""The English template of each id, which is the key of its translations, too.

Receipts hold ids, so a text may be reworded; an id stays, or goes with all its receipts."""
