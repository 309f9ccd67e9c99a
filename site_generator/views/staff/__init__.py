"""STAFF: a page for those who work in a house, about how its texts are doing. In Danish only."""
