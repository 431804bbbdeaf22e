"""Excel itself: templates, reading, identity, report styles."""
