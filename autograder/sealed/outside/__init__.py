"""The grader's end of the seal: sealed processes started, asked, ended; the best seal found.

Loaded by: course. Imports: wire, walls, running, data, results, words.
"""
