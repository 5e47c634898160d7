"""The CPU engine: page images in, the official dialect out, served over HTTP on loopback.

A house of its own that runs in a child process. From the bottom up:

* ``geometry`` ``arrays``       rectangles in pixels, and what arrays of numbers are called
* ``networks``                  the models inside the installed wheels, as functions of arrays
* ``detection`` ``recognition`` ``layout`` ``table_model``   what each model sees
* ``order`` ``regions`` ``planning``      lines and regions into blocks in reading order
* ``rows`` ``paragraphs`` ``headings`` ``roles``   what the words of a block make it
* ``ruling`` ``grid``           tables
* ``dialect`` ``prompts``       what is said to the outside, and what is asked
* ``page`` ``engine``           one page's recipe, and the models that are shared by all pages
* ``images`` ``tokens`` ``requests`` ``replies`` ``app`` ``serve``   the HTTP face

Nothing is ever downloaded: the models are files of the wheels that are installed with Diptych.
"""
