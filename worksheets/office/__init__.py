"""A month's papers on the command line: filled in from a roster, read back, planned, summed up, carried on, looked through."""
