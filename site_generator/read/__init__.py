"""READ: what an author wrote becomes text that knows its lines; pictures and history too."""
