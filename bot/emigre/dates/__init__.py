"""The dates of a case: deadlines counted from a paper, and appointments."""
