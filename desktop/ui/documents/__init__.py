"""The left part of the window: the library's documents and the pages of the chosen one.

* ``panel``      ``DocumentsPanel`` puts the parts together
* ``document_model`` ``document_delegate`` ``document_list``   the documents
* ``page_model`` ``page_delegate`` ``page_grid`` ``thumbnails``   the pages
* ``findings`` ``review`` ``originals``   what is found out in the background about what is seen
* ``commands`` ``ordering`` ``page_range`` ``removal``   what can be done
* ``sentences``  states in words
"""

from desktop.ui.documents.panel import DocumentsPanel

__all__ = ["DocumentsPanel"]
