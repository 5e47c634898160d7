"""The command line: documents in, files out, and no window.

Results go to standard output, everything else to standard error.
"""
