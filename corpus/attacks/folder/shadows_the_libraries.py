# ---
# autograder:
#   about: brings modules that shadow torch, json, NumPy and autograder
#   gets: 0
#   files:
#     torch.py: {text: "print('GOT' + ' THROUGH')"}
#     json.py: {text: "print('GOT' + ' THROUGH')"}
#     numpy/__init__.py: {text: "print('GOT' + ' THROUGH')"}
#     safetensors.py: {text: "print('GOT' + ' THROUGH')"}
#     autograder/__init__.py: {text: "check = print('GOT' + ' THROUGH')"}
#     autograder.py: {text: "print('GOT' + ' THROUGH')"}
#     drives.py: {text: "print('GOT' + ' THROUGH')"}
#   others: unsolved
# ---
# %%
import importlib
import sys

for name in ("torch", "json", "numpy", "safetensors", "autograder", "drives"):
    sys.modules.pop(name, None)
    try:
        importlib.import_module(name)
    except Exception as error:
        print(type(error))
