"""Plain frozen data that every room speaks in; imports nothing of ours but ``errors``."""
