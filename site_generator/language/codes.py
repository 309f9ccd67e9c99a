"""What languages are called in addresses and in `lang="…"`. Imports nothing."""

DANISH = "da"
