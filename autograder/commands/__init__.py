"""The command line, one file a command: a thin shell over the library.

torch and nbgrader are imported inside the commands, so that `--help` waits for neither.

Loaded by: student, course. Imports: every room but figures.
"""
