"""The middle of the window: the page as it looks, with the boxes of what was read on it.

``shapes``, ``pointer`` and ``scale`` are plain arithmetic; ``paper``, ``boxes`` and ``view`` paint
and move; ``pictures`` and ``renderer`` have pages drawn in the background; ``panel`` puts them
together with the bars around them.
"""

from desktop.ui.page.panel import PagePanel

__all__ = ["PagePanel"]
