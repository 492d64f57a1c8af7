"""Finding what an exercise forbids: in the source of a student's code, and as the code runs.

Loaded by: sealed process, student, course. Imports: running, data.
"""
