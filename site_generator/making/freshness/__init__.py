"""FRESHNESS: what nobody has looked at for a year is asked about, and the answers become dates."""
