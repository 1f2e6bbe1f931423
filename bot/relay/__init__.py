"""What passes between audiences: words rebuilt from plain text, notices in each one's language."""
