"""What grading says: verdicts and kinds, findings, the results of cases, exercises, submissions.

Loaded by: student, course. Imports: data.
"""
