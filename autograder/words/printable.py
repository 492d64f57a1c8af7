"""Text of anybody's, made such that it can be shown anywhere."""

from __future__ import annotations


def printable(text: str, keep: str = "") -> str:
    """`text` without what moves a cursor, sets a title or turns the direction of other text.

    Args:
        text: whoever it is from; a file's name may even hold bytes that are no characters.
        keep: characters that stay, such as a new line.

    >>> printable("kim\\x1b[2J.ipynb")
    'kim�[2J.ipynb'
    """
    return "".join(c if c.isprintable() or c in keep else "\ufffd" for c in text)
