"""RESOLVE: what holds on a date: hours, holidays, activities."""
