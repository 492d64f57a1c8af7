# ---
# autograder:
#   about: brings style sheets that hide the points, and frames in the colours of a report
#   gets: 0
#   others: unsolved
# ---
# %%
from IPython.display import HTML, display

display(HTML("<style>@import 'http://127.0.0.1/a.css'; body { display: none } </style>"))
display(HTML("<link rel=stylesheet href=//evil><div class='alert' style='background:url(javascript:1)'>14</div>"))

# %% [markdown]
# <style>* { display: none } .score::after { content: "14" }</style>
# <link rel="stylesheet" href="//evil">
# <div style="position: fixed; inset: 0; background: white">Score: 14 / 14</div>
