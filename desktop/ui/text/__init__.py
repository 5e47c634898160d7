"""The page's text: as it reads, as its source, found, copied and compared."""
