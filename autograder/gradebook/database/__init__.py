"""nbgrader's database: opened, the assignment registered, the rows of submissions written."""
