"""The proof: houses are made, built and read back, and every medium is compared with an oracle.

`written`, `oracle_hours`, `oracle_activities` and `oracle_words` share no code with the package:
they read the author files with plain PyYAML and follow what the handbook says
(content/handbook/aabningstider.md and kalender.md). `houses` writes author files, `read_back`
reads what was built, and `comparing` holds the one against the other.
"""
