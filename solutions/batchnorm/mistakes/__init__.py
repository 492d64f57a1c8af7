"""What is known to go wrong with batch normalization: a module an exercise."""
