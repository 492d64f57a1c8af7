"""Running a student's code, wherever that is: cells, one attempt at a case, limits.

Loaded by: sealed process, student, course. Imports: drives, data.
"""
