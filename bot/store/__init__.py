"""Tables, encrypted columns, queries, and the unit of work."""
