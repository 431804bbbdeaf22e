"""Named faults made from good files, fuzzed files and hostile texts: what intake must make of them."""
