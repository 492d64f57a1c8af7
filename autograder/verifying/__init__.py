"""Whether grades can be trusted: the gates of exercises and of notebooks, and mutants.

Loaded by: course. Imports: grading, building, course, exercises, judging, notebooks,
sealed.outside, running, drives, data, results, words.
"""
