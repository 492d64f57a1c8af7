"""Mutants: the solution with one small change each, made by machine.

A mutant that every hidden case lets through shows a slip that grading would not notice, or is no
change of what the code does, which the author then says with the reason in `equivalent.toml`.
"""
