"""Dates, hours, ages and lists in words; Markdown as HTML."""
