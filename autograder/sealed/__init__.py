"""The sealed process for student code, which holds none of the grader's secrets; the wire to it."""
