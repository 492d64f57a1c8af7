"""What students and instructors read: templates by id, catalogues by language, words made of both.

Loaded by: student, course. Imports: data.
"""
