"""Judging replies: what is asked and expected as data; compared, named, charged; the bundle.

Loaded by: student, course. Imports: data, results, words.
"""
