# ---
# autograder:
#   about: hides scripts in links, mathematics, diagrams, tables and pasted pictures
#   gets: 0
#   edit: hostile_attachments
#   others: unsolved
# ---
# %% [markdown]
# [a](javascript:alert(1)) [b](JaVaScRiPt&#58;alert(1)) <javascript:alert(1)> [c][d]
#
# [d]: javascript:alert(1)
#
# $\href{javascript:alert(1)}{x}$ $<script>alert(1)</script>$ $$</div><script>alert(1)</script>$$
#
# \begin{a}<img src=x onerror=alert(1)>\end{a}
#
# ```mermaid
# graph TD; A["<img src=x onerror=alert(1)>"]; click A "javascript:alert(1)"
# ```
#
# ![x](http://127.0.0.1/pixel.png) ![y](attachment:evil.svg) ![z](attachment:evil.png)
#
# | a |
# |---|
# | <svg onload=alert(1)> |

# %% [raw]
# <script>alert(1)</script>
