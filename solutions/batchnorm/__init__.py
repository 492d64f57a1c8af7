"""The assignment `batchnorm`."""
