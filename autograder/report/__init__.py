"""Results for people: as plain text, as HTML, and as the terminal's table."""
