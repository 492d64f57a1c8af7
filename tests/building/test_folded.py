"""Folded blocks: what a short form becomes, and what is said about a wrong one."""

from __future__ import annotations

import pytest

from autograder.building.folded import expanded
from autograder.errors import AuthorError


def block(title: str, text: str, style: str = "") -> str:
    return f"<details{style}><summary>{title}</summary>\n\n{text}\n\n</details>"


MARGIN = ' style="margin-bottom: 1em"'


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("hint", "Hint"),
        ("answer", "Answer"),
        ("answers", "Answers"),
        ("picture", "What the picture shows"),
        ("table", "What the table shows"),
        ('"What they show"', "What they show"),
        ('"The sum $a + b$ of `x`"', "The sum $a + b$ of `x`"),
    ],
)
def test_each_kind_has_its_title(kind: str, title: str) -> None:
    assert expanded(f"??? {kind}\n    One.") == block(title, "One.")


def test_several_hints_are_numbered_and_stand_close_together() -> None:
    text = "Do.\n\n??? hint\n    One.\n\n\n??? hint\n    Two.\n??? answer\n    Three."
    assert expanded(text) == "\n".join(
        ["Do.\n", block("Hint 1", "One."), block("Hint 2", "Two."), block("Answer", "Three.")]
    )


def test_above_text_a_block_has_a_margin() -> None:
    text = "??? picture\n    A line.\n\n**Question.** Why?\n\n??? answer\n    So."
    assert expanded(text) == (
        f"{block('What the picture shows', 'A line.', MARGIN)}\n\n"
        f"**Question.** Why?\n\n{block('Answer', 'So.')}"
    )


def test_text_keeps_its_paragraphs_and_what_is_indented_in_it() -> None:
    text = "??? hint\n\n    - One  \n      line.\n\n        x = 1\n\n\n    Two.\n\n\n"
    assert expanded(text).rstrip() == block("Hint", "- One  \n  line.\n\n    x = 1\n\n\nTwo.")


@pytest.mark.parametrize(
    "text",
    ["", "Text  \nin lines.\n\n    x = 1", "What???", "??", "<details>\n\nx\n\n</details>"],
)
def test_other_prose_stays_as_it_is(text: str) -> None:
    assert expanded(text) == text


@pytest.mark.parametrize(
    "header",
    [
        *("??? Hint", "??? hints", "???", "??? ", "???hint", '??? ""', "??? hint 1"),
        *('??? hint "A"', " ??? hint", "???+ hint", "??? 'A title'"),
    ],
)
def test_a_header_of_no_kind_is_refused(header: str) -> None:
    with pytest.raises(AuthorError, match=r"^2: .* is no folded block: write \?\?\? hint, "):
        expanded(f"Text.\n\n{header}\n    One.")


@pytest.mark.parametrize("rest", ["", "\n", "\nOne.", "\n  One.", "\n\nOne.", "\n??? hint\n    x"])
def test_a_block_without_text_is_refused(rest: str) -> None:
    with pytest.raises(AuthorError, match="^0: '??? hint' has no text".replace("?", r"\?")):
        expanded(f"??? hint{rest}")


def test_a_line_that_may_belong_to_the_block_above_is_refused() -> None:
    with pytest.raises(AuthorError, match=r"^2: 'and two' is right below a folded block"):
        expanded("??? hint\n    One\nand two")


def test_a_block_in_a_block_is_refused() -> None:
    with pytest.raises(AuthorError, match=r"^3: '\?\?\? hint' stands in a folded block"):
        expanded("??? answer\n    One.\n\n    ??? hint\n        Two.")
