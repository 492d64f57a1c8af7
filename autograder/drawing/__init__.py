"""What figures and reports are drawn with: a canvas and a table.

Loaded by: student, course. Imports: words.
"""
