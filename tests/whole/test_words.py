"""Sentences are made at the edge: nothing that anybody reads bypasses the catalogue."""

from pathlib import Path

import autograder

PACKAGE = Path(autograder.__file__).parent
SPEAKERS = {"said", "counted", "marked", "Plural"}
