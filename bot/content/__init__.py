"""What we know: articles in two languages and guides, as files that translators edit."""
