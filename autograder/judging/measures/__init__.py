"""What is measured of random outputs, as statistics with names that a student can read.

Loaded by: student, course. Imports: data.
"""
