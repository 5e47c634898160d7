"""Files into page images and text layers. Untrusted files are opened in child processes.

* ``reader``       the door: ``Reader`` owns the children and hands out pages
* ``worker``       one child as its parent sees it; ``child`` the same from inside; ``tasks`` what
  passes between them; ``shelf`` the documents that a child keeps open; ``memory``
* ``pdf`` ``picture``   the two families of formats, only ever used inside a child
* ``view`` ``glyphs`` ``pieces`` ``lines``   the text that a PDF carries
* ``limits`` ``complaints``   how much a document may cost, and what is said when it is wrong
* ``formats`` ``sizing`` ``uniform`` ``encode``   told by content, how large, blank or not, as bytes
* ``pages`` ``collect`` ``fingerprint``   page ranges, folders, and whether a file is still the same
"""

from desktop.documents.collect import collect
from desktop.documents.encode import LOWER_HALF, UPPER_HALF, split_image
from desktop.documents.fingerprint import take_fingerprint, verify
from desktop.documents.limits import Limits
from desktop.documents.pages import parse_pages
from desktop.documents.reader import Reader

__all__ = [
    "LOWER_HALF",
    "UPPER_HALF",
    "Limits",
    "Reader",
    "collect",
    "parse_pages",
    "split_image",
    "take_fingerprint",
    "verify",
]
