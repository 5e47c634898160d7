"""The whole program: the real window over the real core, played from the inside."""
