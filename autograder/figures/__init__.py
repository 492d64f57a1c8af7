"""The figures of the notebooks, drawn with the student's own classes; one folder a lesson.

Each function of a lesson shows one figure or table and returns nothing. None raises for a fault of
the student's: where a class isn't written yet, raises, gives NaN or does not move, words say so.

For notebooks: `from autograder.figures.optimizers import valley`. Loaded by: student. Imports:
drawing, drives, words.
"""
