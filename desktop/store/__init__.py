"""The library of conversions: jobs, pages, every recognition, results, edits and exports.

``library.Store`` is the way in. Nothing outside this room knows that it is SQLite.
"""

from __future__ import annotations

from desktop.store.library import Store

__all__ = ["Store"]
