"""Measures speed and memory, and prints one table: ``python -m tests.bench [--quick]``."""
