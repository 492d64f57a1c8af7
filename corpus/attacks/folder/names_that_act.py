# ---
# autograder:
#   about: has files whose names are commands, pages, escapes or no text at all
#   gets: 0
#   files:
#     "\e[2J\e]0;title\a.csv": {text: "1"}
#     "\u202Evsc.ipynb": {text: "{}"}
#     "<img src=x onerror=alert(1)>.ipynb": {text: "{}"}
#     "<script>alert(1)<\u2215script>.txt": {text: "1"}
#     "../\e[2J\e]0;title\a\u202E/a.csv": {text: "1"}
#     "-rf": {text: "1"}
#     "$(touch attack); `touch attack`.csv": {text: "1"}
#     "two\nlines.csv": {text: "1"}
#     "no\udcfftext.csv": {text: "1"}
#     "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.csv": {text: "1"}
#   others: unsolved
# ---

