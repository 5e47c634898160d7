"""Windows of their own: export, settings, shortcuts, reports, about."""
