"""The assignment `optimizers`."""
