"""Curves of a failed run and of the reference, with a ring where they diverge: image for HTML."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from autograder.data.sentence import Sentence
from autograder.drawing.canvas import SMALL, line_style, new_figure, png_of
from autograder.results.divergence import Divergence
from autograder.words import language
from autograder.words.said import said
from autograder.words.told import entry, name, told

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDTH, HEIGHT = 5.6, 2.2
"""Inches."""


@dataclass(frozen=True)
class Picture:
    """An image as HTML shows it.

    Args:
        source: the PNG, as an address that holds all of it.
        width: in pixels, as it is shown.
        caption: what stands above it.
        words: for those who can't see it.
    """

    source: str
    width: int
    caption: str
    words: str


def picture(divergence: Divergence) -> Picture:
    """The picture of `divergence`, with words in the reader's language."""
    return _picture(divergence, language.current())


@lru_cache(maxsize=256)  # a class makes the same mistakes
def _picture(divergence: Divergence, _: str) -> Picture:
    from matplotlib import style

    with style.context("default"):  # a notebook may have set one of its own
        png = png_of(draw(divergence))
    return Picture(
        source=f"data:image/png;base64,{base64.b64encode(png).decode()}",
        width=int(100 * WIDTH),
        caption=_caption(divergence),
        words=_words(divergence),
    )


def draw(divergence: Divergence) -> Figure:
    """Both curves, and a ring where they part."""
    from matplotlib.lines import Line2D
    from matplotlib.ticker import MaxNLocator

    figure = new_figure(HEIGHT, WIDTH)
    axes = figure.subplots()
    steps = range(divergence.first, divergence.first + len(divergence.got))
    curves = {said("reference"): divergence.expected, said("yours"): divergence.got}
    for place, (label, curve) in enumerate(curves.items()):
        known = [float("nan") if value is None else value for value in curve]
        # The reference's marks are seen behind the run's where both are alike.
        style = {**line_style(place), "marker": "os"[place], "markersize": (7, 4)[place]}
        if divergence.axis != "step":  # calls need not follow from one another
            style["linestyle"] = "none"
        axes.plot(steps, known, label=label, **style)
    ring = Line2D(*_parting(divergence), marker="o", markersize=11, fillstyle="none", color="black")
    ring.set(linestyle="none", clip_on=False, label=said("first difference"))
    axes.add_line(ring)
    axes.set_xlabel(name(divergence.axis), fontsize=SMALL, parse_math=False)
    axes.set_ylabel(entry(divergence.entry), fontsize=SMALL, parse_math=False)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.tick_params(labelsize=SMALL)
    axes.yaxis.get_offset_text().set_fontsize(SMALL)
    figure.legend(loc="outside upper center", ncols=3, fontsize=SMALL, frameon=False)
    return figure


def _parting(divergence: Divergence) -> tuple[list[int], list[float]]:
    """Where the ring is: at the run's number, or at the reference's where the run has none."""
    place = divergence.at - divergence.first
    known = (divergence.got[place], divergence.expected[place])
    heights = [value for value in known if value is not None][:1]
    return [divergence.at] * len(heights), heights


def _caption(divergence: Divergence) -> str:
    leaves = Sentence(
        "leaves-at",
        case=divergence.case,
        entry=divergence.entry,
        axis=divergence.axis,
        number=divergence.at,
    )
    return told(leaves, *[Sentence("breaks-off")] * (None in divergence.got))


def _words(divergence: Divergence) -> str:
    last = divergence.first + len(divergence.got) - 1
    return told(
        Sentence(
            "curves-part",
            entry=divergence.entry,
            axis=divergence.axis,
            first=divergence.first,
            last=last,
            number=divergence.at,
        )
    )
