# ---
# autograder:
#   about: gives itself points in the gradebook and in its receipt
#   gets: 0
#   others: unsolved
# ---
# %%
import sqlite3

# %%
try:
    import sqlite3

    book = sqlite3.connect("@COURSE@/gradebook.db")
    book.execute("update grade set auto_score = 10")
    book.commit()
    print("GOT THROUGH")
except (OSError, sqlite3.Error):
    pass

# %%
try:
    open("@COURSE@/reports/optimizers/seal-writes_the_gradebook.json", "w").write("{}")
    print("GOT THROUGH")
except (OSError, sqlite3.Error):
    pass
