"""What runs beside a student's code: the sealed process, and the warm process that forks it.

Loaded by: sealed process. Imports: wire, walls, running, library_use, drives, data.
"""
