"""PAGES: what each kind of page shows: strings and links, formatted, ready for the templates."""
