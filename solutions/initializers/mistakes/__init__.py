"""What is known to go wrong with weights: a module a topic; each mistake is a law."""
