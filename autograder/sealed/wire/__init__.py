"""What the two ends of the seal say to each other: frames, messages, orders, batches of cases.

Loaded by: sealed process, course. Imports: running, data.
"""
