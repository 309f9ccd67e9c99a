"""RENDER: flyers, posters and other sheets of paper, from the same records as the pages."""
