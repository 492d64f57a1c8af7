# ---
# autograder:
#   about: brings files that Python, pytest, IPython and nbgrader run when they start
#   gets: 0
#   files:
#     sitecustomize.py: {text: "open('/tmp/autograder-attack', 'w')"}
#     usercustomize.py: {text: "open('/tmp/autograder-attack', 'w')"}
#     conftest.py: {text: "open('/tmp/autograder-attack', 'w')"}
#     attack.pth: {text: "import os; os.mkdir('/tmp/autograder-attack')"}
#     pyvenv.cfg: {text: "home = /tmp"}
#     nbgrader_config.py: {text: "open('/tmp/autograder-attack', 'w')"}
#     ipython_config.py: {text: "open('/tmp/autograder-attack', 'w')"}
#     profile_default/startup/start.py: {text: "open('/tmp/autograder-attack', 'w')"}
#     matplotlibrc: {text: "backend: module://nbgrader_config"}
#     pyproject.toml: {text: "[tool.pytest.ini_options]\naddopts = '-p nbgrader_config'"}
#     solutions/optimizers/cases.py: {text: "open('/tmp/autograder-attack', 'w')"}
#   others: unsolved
# ---

