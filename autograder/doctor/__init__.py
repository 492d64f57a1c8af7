"""`autograder doctor`: it tries to break out of this machine's seal, and shows what holds."""
