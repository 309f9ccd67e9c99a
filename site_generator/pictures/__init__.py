"""MEDIA: photographs in several widths, and the picture beside a shared link."""
