"""How long, and how many, the parts of a message and of a notebook cell's outputs may be.

Whoever records what student code says cuts it to these sizes, and the grader accepts no more.
"""

from __future__ import annotations

MESSAGE_LENGTH = 2000
WHERE_LENGTH = 4000
NAME_LENGTH = 100
MAX_OUTPUTS = 1000
MAX_ERRORS = 5
MAX_LINES = 300
MAX_USES = 20
"""So many outputs may a cell have, errors among them, lines a traceback, and uses a case."""


MAX_TENSORS = 4096
MAX_NAME = 256
MAX_AXES = 16
