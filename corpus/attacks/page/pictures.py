# ---
# autograder:
#   about: displays pictures that are programs, or of a size that no browser can bear
#   gets: 0
#   others: unsolved
# ---
# %%
import base64

from IPython.display import SVG, Image, display

display(SVG("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script></svg>"))
display({"image/svg+xml": "<svg><foreignObject><iframe src='javascript:alert(1)'/></foreignObject></svg>"}, raw=True)
display({"image/png": "x' onerror='alert(1)", "text/plain": "a"}, raw=True)
display({"image/jpeg": base64.b64encode(b"<script>alert(1)</script>").decode()}, raw=True)
display({"image/gif": "R0lGODlh", "image/webp": "UklGRg=="}, raw=True)
bomb = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + b"\xff" * 8 + bytes(8)
display({"image/png": base64.b64encode(bomb).decode()}, raw=True)
display(Image(url="http://127.0.0.1/pixel.png"))
