"""RECORDS: folders become records; what cannot becomes problems."""
