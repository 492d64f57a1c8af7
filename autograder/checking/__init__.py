"""What students call: `check("adam")` in a notebook, `autograder check` in a terminal.

Loaded by: student. Imports: judging, library_use, notebooks, report, running, drives, results,
data, words.
"""
