"""EDITOR: forms for all files of a house at `/admin/`: Sveltia CMS, configured from our models."""
