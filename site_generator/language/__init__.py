"""What is spoken: the catalogue of a language, and texts with markup of their own."""
