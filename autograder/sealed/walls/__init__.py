"""The walls around a sealed process, one layer a file. Linux only, and imported there alone.

Loaded by: sealed process, course. Imports: errors alone.
"""
