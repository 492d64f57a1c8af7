"""What is known to go wrong with dropout: a module an exercise."""
