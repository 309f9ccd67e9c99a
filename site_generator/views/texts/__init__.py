"""Pages to read: articles, legal texts, podcast."""
