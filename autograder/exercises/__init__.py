"""What an author writes, and how it becomes cases: exercises, assignments, prepared data.

For authors, by way of `autograder` itself. Loaded by: course. Imports: laws, judging, drives,
running, data, words.
"""
