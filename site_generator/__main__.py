"""`python -m site_generator` is the command `familiehus`."""

from site_generator.cli import main

main()
