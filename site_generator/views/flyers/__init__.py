"""What hangs and is sent elsewhere: flyers, printed codes, posts."""
