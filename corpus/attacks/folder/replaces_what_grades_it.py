# ---
# autograder:
#   about: brings checks, a key, a gradebook, a receipt, feedback and a wheel of its own
#   gets: 0
#   files:
#     checks.safetensors: {text: "passed"}
#     course.key: {text: "0000000000000000000000000000000000000000000000000000000000000000"}
#     gradebook.db: {text: "update grade set auto_score = 14"}
#     reports/optimizers/folder-replaces_what_grades_it.json: {text: "{}"}
#     feedback/optimizers.html: {text: "<script>alert('GOT THROUGH')</script>"}
#     optimizers.html: {text: "<script>alert('GOT THROUGH')</script>"}
#     sealed_autograder-99.0-py3-none-any.whl: {text: "no wheel"}
#     .ipynb_checkpoints/optimizers-checkpoint.ipynb: {link: "@COURSE@/source/optimizers/optimizers.ipynb"}
#   others: unsolved
# ---

