"""Where a figure of the matrix or the LHE came from, down to the cell and the hash of its file."""
