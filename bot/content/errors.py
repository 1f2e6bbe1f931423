"""What can be wrong with content."""


class ContentError(Exception):
    """A file of content says something that cannot be shown. The sentence says what to mend."""
