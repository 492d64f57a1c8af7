"""Results for students: in sentences, as plain text, as HTML, as curves.

Loaded by: student, course. Imports: results, drawing, words, data.
"""
