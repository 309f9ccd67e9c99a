"""RENDER: calendars, podcast feeds and open data, as bytes."""
