"""Offers: one, all, found by a question or by a filter."""
