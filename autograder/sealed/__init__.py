"""Where student code runs: a process that holds nothing of ours, and the wire to it."""
