"""The window. PySide6 is known here and in ``desktop.app`` only.

``bridge`` is the one link to the core and what all views share; ``tasks`` runs what may block,
``library`` is what all views know of jobs and pages, ``preferences`` what the person chose. The
rooms beside them are the window's parts: documents on the left, the page in the middle, its text
on the right, panels below, dialogs above.
"""
