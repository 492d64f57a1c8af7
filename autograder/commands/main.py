"""The command `autograder`: its group of commands, and what an error of ours makes of it."""

from __future__ import annotations

import codecs
import sys
from io import TextIOWrapper

import click

from autograder.commands.build import build
from autograder.commands.check import check
from autograder.commands.demo import demo
from autograder.commands.doctor import doctor
from autograder.commands.grade import grade
from autograder.commands.verify import verify
from autograder.commands.warning import warn
from autograder.errors import AutograderError
from autograder.words.said import said
from autograder.words.told import sentence_of, told

# jsonschema, which nbformat needs, would build a grammar of all IRIs when it is imported: most of a
# second, for a format that no notebook has.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

_COURSE_PACKAGES = (
    *("ahocorasick_rs", "jsonschema", "jupytext", "libcst", "mutmut", "nbconvert", "nbgrader"),
    *("scipy", "sqlalchemy"),
)


class _Commands(click.Group):
    """Turns an error of ours into one line on stderr and exit status 2."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except AutograderError as error:
            warn(told(sentence_of(error)))
        except ModuleNotFoundError as error:
            if error.name not in _COURSE_PACKAGES:
                raise
            warn(
                said(
                    "this command needs {name}: install the course's set with pip install "
                    "'sealed-autograder[course]'.",
                    name=error.name,
                )
            )
        return ctx.exit(2)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sealed-autograder", prog_name="autograder")
def main() -> None:
    """Autograded notebooks for learning how deep networks are trained.

    \b
    Students       autograder check NOTEBOOK       check your notebook before you submit it
    Instructors    autograder demo                 see it all at work, on a class of 16
                   autograder build                make source/ and release/ from solutions/
                   autograder grade ASSIGNMENT     grade all that lies in submitted/
                   autograder doctor               show what keeps students' code in here
    Authors        autograder verify ASSIGNMENT    can the grades be trusted?

    A course is a folder with nbgrader_config.py and solutions/; the commands look for it here
    and in the folders above.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            _let_write_anything(stream)


def _let_write_anything(stream: TextIOWrapper) -> None:
    """Sees to it that no sign of ours ends a command where the terminal's encoding lacks it.

    Where that is ASCII, no locale is set, and UTF-8 is what is meant: click takes it so, too.
    """
    ascii_only = codecs.lookup(stream.encoding).name == "ascii"
    stream.reconfigure(encoding="utf-8" if ascii_only else None, errors="replace")


for command in (check, build, grade, verify, doctor, demo):
    main.add_command(command)
