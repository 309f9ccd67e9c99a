"""IMPORTS: what stands in a calendar or a sheet of the staff comes into the authors' files."""
