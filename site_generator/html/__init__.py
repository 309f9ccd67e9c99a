"""MEDIA: pages become HTML files, with the templates of a theme."""
