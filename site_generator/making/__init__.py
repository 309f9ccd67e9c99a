"""How a build is done: planned, each house made by itself, put in place."""
