"""A course on disk: its folders, its key, its assignments, what was handed in.

Loaded by: course. Imports: exercises, judging, notebooks, running, words.
"""
