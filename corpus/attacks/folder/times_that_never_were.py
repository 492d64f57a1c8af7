# ---
# autograder:
#   about: was handed in at a time that is no time, before the world began and in escapes
#   gets: 0
#   files:
#     timestamp.txt: {text: "99999999-99-99 25:61:61 \e[2J<script>alert(1)</script>"}
#     submission_secret.txt: {text: "../../../../../../tmp/autograder-attack"}
#   others: unsolved
# ---

