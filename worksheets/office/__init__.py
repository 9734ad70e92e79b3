"""A month's papers on the command line: prefilled from a roster, read back, carried into the next month."""
