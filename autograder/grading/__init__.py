"""Grading one submission: set up, run sealed off, asked, judged; what its outcome hangs on.

Loaded by: course. Imports: course, exercises, judging, library_use, notebooks, sealed.outside,
sealed.wire, running, drives, data, results, words.
"""
