"""The assignment `dropout`."""
