"""What crosses between the grader and a student's code: inputs, outputs, failures, dtypes.

Loaded by: sealed process, student, course. Imports: errors alone.
"""
