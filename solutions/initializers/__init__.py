"""The assignment `initializers`."""
