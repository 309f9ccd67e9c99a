"""WRITE: whole sites, and what was kept from earlier builds."""
