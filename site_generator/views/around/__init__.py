"""What is around a page: frame, ways to act, data for machines."""
