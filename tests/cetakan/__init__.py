"""What is handed out, as paper: how many pages, and whether they can be read."""
