"""ISSUE FORMS: what somebody without YAML writes in a form on GitHub becomes edits of a house."""
