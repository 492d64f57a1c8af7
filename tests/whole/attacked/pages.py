"""What of a page a browser would act on, and what of a text a terminal would."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from html.parser import HTMLParser

_ACTIVE = {
    *("script", "style", "link", "meta", "base", "iframe", "object", "embed", "form", "input"),
    *("svg", "math", "audio", "video", "template", "frame", "frameset", "noscript", "marquee"),
}
_ADDRESSES = {"href", "src", "action", "formaction", "data", "xlink:href", "srcset", "poster"}
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.active: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ACTIVE:
            self.active[tag] += 1
        for name, value in attrs:
            address = "".join((value or "").split()).lower()
            if name.startswith("on") or (name in _ADDRESSES and not _is_harmless(tag, address)):
                self.active[f"{tag} {name}={value}"] += 1


def _is_harmless(tag: str, address: str) -> bool:
    """A link that somebody has to follow, or a picture that comes with the page."""
    links = ("http:", "https:", "mailto:", "#")
    return address.startswith("data:image/png;" if tag == "img" else links)


def active_parts(page: str) -> Counter[str]:
    """How often `page` has what runs, loads or covers something.

    >>> active_parts("<p onclick=f()><a href='java\\nscript:f()'>a</a></p><b>text</b>")
    Counter({'p onclick=f()': 1, 'a href=java\\nscript:f()': 1})
    """
    parser = _Page()
    parser.feed(page)
    parser.close()
    return parser.active


def control_characters(text: str) -> set[str]:
    """What a terminal would act on, or what turns the direction of text; colours are allowed."""
    return {
        character
        for character in _COLOUR.sub("", text)
        if character not in "\n\t"
        and (unicodedata.category(character) in ("Cc", "Cs") or character in _TURNING)
    }
