# ---
# autograder:
#   about: displays pages that run scripts, load pictures and lie over the rest of the page
#   gets: 0
#   others: unsolved
# ---
# %%
from IPython.display import HTML, IFrame, display

display(HTML("<script>fetch('/api/contents').then(r => alert('scores'))</script>"))
display(HTML("<img src=x onerror=alert(1)></table></div><h1>14 / 14 points</h1>"))
display(HTML("<a href='java\nscript:alert(1)'>a</a><form action=/formgrader><input type=submit></form>"))
display(IFrame("javascript:alert(1)", 9, 9))
print("</pre><script>alert(1)</script><pre>")

# %%
class Page:
    def _repr_html_(self):
        return "<base href=//evil><meta http-equiv=refresh content=0><iframe srcdoc='<script>'>"

    def __repr__(self):
        return "</pre><svg/onload=alert(1)>"


Page()

# %% [markdown]
# <script>alert("from a Markdown cell")</script> <img src=x onerror=alert(1)>
#
# <details open ontoggle=alert(1)><p style="position:fixed;inset:0" onmouseover=alert(1)>x</p></details>
