"""What is known to go wrong with optimizers: a module a topic, a class a mistake."""
