"""TOLD: what a change means for families, from two versions of a house, in Danish sentences."""
