"""TOLD: what a family is told: the one account of a house that every medium takes from."""
