"""What the commands print: tables, matrices, progress."""
