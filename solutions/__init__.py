"""Everything secret about the assignments: one folder each."""
