"""Diptych turns documents into text that people can read, edit and trust, on their own machine.

The map of the house, top to bottom; imports go down this list only:

* ``__main__``     the console command: the window, or a command
* ``app``          the window's composition root: from the first picture to the orderly end
* ``cli``          commands: convert, resume, serve, doctor
* ``ui``           the window: documents, page, text, panels, dialogs; the only rooms with Qt
* ``service``      the one door that the command line and the window use
* ``conversion``   one page's recipe, and the queue that runs many of them
* ``documents``    files into page images and text layers, in child processes
* ``ocr``          the one client of OCR servers, and what their replies mean
* ``servers``      where endpoints come from: the built-in engine, remote addresses
* ``store``        SQLite: jobs, pages, recognitions, edits
* ``assembly``     page results into one document
* ``export``       that document as a file
* ``model``        plain frozen data that all of the above speak in
* ``errors`` ``paths`` ``settings`` ``logs``   the ground everything stands on

``builtin`` is a house of its own: the CPU engine and its HTTP face. It runs in a child process
and shares nothing with the rest but the protocol.
"""

__version__ = "0.1.0"
