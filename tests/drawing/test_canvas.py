from __future__ import annotations

import io
import subprocess
import sys

import nbclient
import nbformat
import pytest
from IPython.core.formatters import DisplayFormatter
from matplotlib import image

from autograder.drawing.canvas import Picture, line_style, new_figure, say, show, words_of


def test_matplotlib_is_not_imported_with_the_functions() -> None:
    code = "import sys, autograder.figures.optimizers; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_seven_curves_differ_in_colour_and_in_dashes() -> None:
    styles = [line_style(place) for place in range(7)]
    assert len({style["color"] for style in styles}) == 7
    assert len({str(style["linestyle"]) for style in styles}) == 7


def test_a_picture_is_a_png_with_its_size_and_words() -> None:
    figure = new_figure(3.0)
    say(figure.subplots(), "Adam: not written yet")
    data, metadata = DisplayFormatter().format(Picture(figure))
    assert data["text/plain"] == "Adam: not written yet"
    assert data["image/png"].startswith(b"\x89PNG")
    assert metadata["image/png"] == {"width": 800, "height": 300, "alt": "Adam: not written yet"}


def test_a_picture_is_opaque_so_that_it_can_be_read_in_a_dark_theme() -> None:
    figure = new_figure()
    for part in figure.subfigures(1, 2, squeeze=False).flat:
        part.subplots()
    pixels = image.imread(io.BytesIO(Picture(figure)._repr_png_()[0]))
    assert pixels[..., 3:].min() == 1
    assert pixels[0, 0, :3].tolist() == [1, 1, 1]


def test_without_a_notebook_the_words_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    figure = new_figure()
    say(figure.subplots(), "Adam: not written yet")
    show(figure)
    assert capsys.readouterr().out == "Adam: not written yet\n"


@pytest.mark.parametrize("words", ["아담: 구현하세요", r"costs 5\$ or \$", "a" * 90])
def test_any_words_can_be_drawn(words: str) -> None:
    figure = new_figure()
    axes = figure.subplots()
    say(axes, words)
    axes.plot([], [], label=words)
    axes.legend()
    Picture(figure)


def test_words_tell_titles_axes_and_legends() -> None:
    figure = new_figure()
    axes = figure.subplots()
    axes.plot([1], [1], label="SGD")
    axes.set(title="The title", xlabel="lr", ylabel="loss")
    axes.legend()
    figure.suptitle("Above all")
    assert words_of(figure) == "Above all; The title: loss against lr: SGD"


@pytest.mark.slow
def test_a_notebook_shows_a_figure_once() -> None:
    source = (
        "import sys\n"
        "from autograder.figures.optimizers import decay\n"
        "decay(lambda eta0, t, n: eta0 * 10 ** (-t / n))\n"
        "assert 'matplotlib.pyplot' not in sys.modules"
    )
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
    nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    (output,) = notebook.cells[0].outputs
    assert output.output_type == "display_data"
    assert set(output.data) == {"image/png", "text/plain"}
    assert output.data["text/plain"] == output.metadata["image/png"]["alt"]
