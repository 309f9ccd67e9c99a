"""VERIFY: the built site read back."""
