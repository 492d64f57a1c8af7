# ---
# autograder:
#   about: has links to the key, to the accounts and to the gradebook among its data
#   gets: 0
#   files:
#     data.csv: {link: "@COURSE@/course.key"}
#     accounts.txt: {link: "/etc/passwd"}
#     points.json: {link: "@COURSE@/gradebook.db"}
#     everything: {link: "@COURSE@"}
#     timestamp.txt: {link: "@COURSE@/course.key"}
#     submission_secret.txt: {link: "@COURSE@/course.key"}
#   others: unsolved
# ---
# %%
try:
    open("data.csv").read()
    print("GOT THROUGH")
except OSError:
    pass
