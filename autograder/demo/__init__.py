"""A made-up class, to see everything at work: its submissions are short scripts.

Loaded by: course. Imports: notebooks, words.
"""
