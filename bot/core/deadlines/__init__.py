"""Time limits: the rules as data, which of them is somebody's, and how they are counted."""
