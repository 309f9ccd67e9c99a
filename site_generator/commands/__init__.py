"""What one types: one module for each command of `familiehus`."""
