"""What is on: the list, the month, how to subscribe."""
