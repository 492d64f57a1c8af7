"""What every figure shares: its size, its lines, and how it is shown.

Only this module imports matplotlib, and only once a figure is drawn.
"""

from __future__ import annotations

import io
import textwrap
import warnings
from typing import TYPE_CHECKING, Any

from autograder.words.said import said

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.legend import Legend

WIDTH, HEIGHT = 8.0, 4.0
"""Inches."""

SMALL = 8
"""Points: the smallest text of a figure."""

# Okabe and Ito's colours, which the colour-blind tell apart; the dashes tell them apart in print.
_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#000000", "#56B4E9")
_DASHES = ("-", "--", "-.", (0, (5, 1, 1, 1, 1, 1)), (0, (1, 1)), (0, (8, 2)), ":")


def new_figure(height: float = HEIGHT, width: float = WIDTH) -> Figure:
    """An empty figure that pyplot doesn't know of, so that nothing else shows it too."""
    from matplotlib.figure import Figure

    return Figure(figsize=(width, height), layout="constrained")


def colour(place: int) -> str:
    """The colour of whatever belongs to the curve in `place`."""
    return _COLOURS[place % len(_COLOURS)]


def line_style(place: int) -> dict[str, Any]:
    """The colour and dashes of the curve in `place`, as arguments of matplotlib's `plot`."""
    return {
        "color": colour(place),
        "linestyle": _DASHES[place % len(_DASHES)],
        "linewidth": 1.8,
    }


def say(axes: Axes, words: str, width: int = 24) -> None:
    """Write `words` across `axes`, where a curve would have been."""
    axes.text(
        0.5,
        0.5,
        textwrap.fill(words, width),
        transform=axes.transAxes,
        ha="center",
        va="center",
        fontsize=SMALL,
        bbox={"facecolor": "white", "edgecolor": "0.6", "boxstyle": "round"},
    )


def legend_below(figure: Figure, axes: Axes) -> None:
    """One legend for panels in a row that show the same curves, as `axes` names them."""
    handles, labels = axes.get_legend_handles_labels()
    if handles:
        figure.legend(
            handles,
            labels,
            loc="outside lower center",
            ncols=len(handles),
            fontsize=SMALL,
            frameon=False,
        )


def show(figure: Figure) -> None:
    """Display `figure` below the cell, with its words for those who can't see it."""
    from IPython.display import display

    display(Picture(figure))


class Picture:
    """A drawn figure as Jupyter shows it: an image, or its words where there are no images."""

    def __init__(self, figure: Figure) -> None:
        self._png = png_of(figure)
        self._words = words_of(figure)
        self._size = {"width": int(100 * WIDTH), "height": int(100 * figure.get_figheight())}

    def _repr_png_(self) -> tuple[bytes, dict[str, Any]]:
        # `alt` is read by nbconvert's classic template; JupyterLab and nbconvert's other templates
        # give a PNG none.
        return self._png, {**self._size, "alt": self._words}

    def __repr__(self) -> str:
        return self._words


def png_of(figure: Figure) -> bytes:
    """`figure`, at twice the 100 dots an inch at which it is shown, to be sharp on every screen."""
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        # A name or a message may have letters that matplotlib's own font lacks.
        warnings.filterwarnings("ignore", message="Glyph")
        figure.savefig(buffer, format="png", dpi=200)
    return buffer.getvalue()


def words_of(figure: Figure) -> str:
    """What stands in the figure, in one line: titles, axes, legends and messages."""
    sheets = [figure, *figure.subfigs]
    titles = [sheet.get_suptitle() for sheet in sheets]
    legends = [_entries(legend) for sheet in sheets for legend in sheet.legends]
    words = [*titles, *(_words_of_axes(axes) for axes in figure.axes if axes.get_visible())]
    return "; ".join(word for word in [*words, *legends] if word)


def _words_of_axes(axes: Axes) -> str:
    x, y = axes.get_xlabel(), axes.get_ylabel()
    # Panels in a row have one y between them.
    labels = said("{y} against {x}", y=y, x=x) if x and y else ""
    legend = axes.get_legend()
    texts = [" ".join(text.get_text().split()) for text in axes.texts]
    words = [axes.get_title(), *texts, labels, _entries(legend) if legend else ""]
    return ": ".join(word for word in words if word)


def _entries(legend: Legend) -> str:
    return ", ".join(" ".join(text.get_text().split()) for text in legend.get_texts())
