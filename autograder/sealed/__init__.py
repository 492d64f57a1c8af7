"""The seal: students' code runs in processes that hold no answer and can't get out.

Its rooms: `inside` runs beside a student's code, `outside` is the grader's end, `wire` is what they
say to each other, `walls` is what shuts the code in, `doctor` tries to break out.
"""
