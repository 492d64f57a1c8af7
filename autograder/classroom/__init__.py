"""A class: many submissions at once, into receipts and the gradebook; nothing twice.

Loaded by: course. Imports: gradebook, grading, course, exercises, judging, sealed.outside, results,
data, words.
"""
