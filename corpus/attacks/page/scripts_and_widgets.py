# ---
# autograder:
#   about: displays JavaScript, widgets and data of kinds that JupyterLab runs or opens
#   gets: 0
#   others: unsolved
# ---
# %%
from IPython.display import Javascript, display

display(Javascript("alert(1)"))
kinds = {
    "application/javascript": "alert(1)",
    "application/vnd.jupyter.widget-view+json": {"model_id": "1", "version_major": 2},
    "application/vnd.plotly.v1+json": {"data": "<script>alert(1)</script>"},
    "application/vnd.vega.v5+json": {"signals": [{"init": "alert(1)"}]},
    "application/geo+json": {"type": "<script>"},
    "text/vnd.mermaid": "graph TD; A-->B; click A 'javascript:alert(1)'",
    "application/pdf": "JVBERg==",
    "text/markdown": "[a](javascript:alert(1)) <script>alert(1)</script>",
    "text/latex": r"$\href{javascript:alert(1)}{x} \require{html} \style{position:fixed}{x}$",
    "<script>alert(1)</script>": "<script>alert(1)</script>",
}
display(kinds, raw=True, metadata={"isolated": True, "onload": "alert(1)"})
for kind, data in kinds.items():
    display({kind: data}, raw=True)
