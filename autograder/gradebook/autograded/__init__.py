"""The graded notebooks in `autograded/`: what they show, cleaned of what nobody should run."""
