"""When and where: today, the week, how to find us."""
