"""A student's Markdown, made such that a browser runs nothing of it.

Cleaning the Markdown itself would not do: links to `javascript:`, Mermaid blocks and the like
become active when it is rendered. So it is rendered here, as formgrader and the feedback do; what
comes out is cleaned, and the result takes the cell's place.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

import bleach  # type: ignore[import-untyped]
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from autograder.gradebook.autograded.clean_text import plain
from autograder.gradebook.autograded.outputs import is_png

LONGEST = 10_000
"""Characters that are rendered; a longer text is shown as it was typed."""

_TAGS = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote"),
    *("ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td"),
    *("a", "img", "b", "i", "strong", "em", "del", "sub", "sup", "code", "pre"),
}
_LINK = re.compile(r"(https?://|mailto:|#)\S*", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/png;base64,[A-Za-z0-9+/=]+")


def shown(source: str, attachments: Any = None) -> str:
    """Markdown that shows `source` and does nothing else, as one line of HTML.

    Args:
        source: the student's Markdown.
        attachments: the cell's pasted pictures; those in PNG stay.
    """
    if len(source) > LONGEST:
        return verbatim(source)
    try:
        renderer = IPythonRenderer(
            escape=False, exclude_anchor_links=True, attachments=_pictures(attachments)
        )
        rendered = MarkdownWithMath(renderer=renderer).render(plain(source))
        cleaned = bleach.clean(
            rendered, _TAGS, _allowed, protocols={"http", "https", "mailto", "data"}, strip=True
        )
    except Exception:  # whatever the renderer can't take is the student's to have written
        return verbatim(source)
    return _line(f"<div>{cleaned}</div>")


def verbatim(source: str) -> str:
    """Markdown that shows the characters of `source`, as one line of HTML."""
    return _line(f"<pre>{html.escape(plain(source))}</pre>")


def _line(block: str) -> str:
    """Markdown takes a line that begins with a tag as it is, up to the end of the line."""
    return block.replace("\n", "&#10;")


def _allowed(tag: str, name: str, value: str) -> bool:
    if tag == "a" and name == "href":
        return _LINK.fullmatch(value) is not None
    if tag == "img" and name == "src":
        return _PICTURE.fullmatch(value) is not None
    return name in ("alt", "title")


def _pictures(attachments: Any) -> dict[str, dict[str, str]]:
    found = attachments if isinstance(attachments, Mapping) else {}
    return {
        name: {"image/png": bundle["image/png"]}
        for name, bundle in found.items()
        if isinstance(bundle, Mapping) and is_png(bundle.get("image/png"))
    }
