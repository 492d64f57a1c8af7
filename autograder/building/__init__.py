"""Making `source/` and `release/` from `solutions/`, with nothing secret in what goes out.

Loaded by: course. Imports: course, exercises, judging, notebooks, drives, words.
"""
