"""Where endpoints come from, and how several of them share the pages."""
