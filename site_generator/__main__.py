"""`python -m site_generator` is the command `familiehus`."""

from site_generator.commands.cli import main

main()
