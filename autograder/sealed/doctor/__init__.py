"""What the seal of this machine holds, shown by trying to break out.

Loaded by: course. Imports: outside, running, words.
"""
