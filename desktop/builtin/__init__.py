"""The CPU engine: page images in, the official dialect out, served over HTTP on loopback.

A house of its own that runs in a child process. From the bottom up:

* ``geometry`` ``arrays``       rectangles in pixels, and what arrays of numbers are called
* ``networks``                  the models inside the installed wheels, as functions of arrays
* ``detection`` ``recognition`` ``layout`` ``table_model``   what each model sees
* ``cutting`` ``ink``           lines cut out of the page, and how thick their strokes are
* ``rows`` ``blocks`` ``regions`` ``margins`` ``sighting`` ``order`` ``planning``
                                lines and regions into blocks in reading order, nothing read yet
* ``texts`` ``headings`` ``paragraphs`` ``code`` ``pieces`` ``joining``
                                blocks with their words into labelled pieces of Markdown
* ``grid``                      tables
* ``dialect`` ``prompts``       what is said to the outside, and what is asked
* ``engine`` ``page``           the models that pages share, and one page's recipe
* ``images`` ``tokens`` ``requests`` ``replies`` ``problems`` ``work`` ``app`` ``serve`` ``parent``
                                the HTTP face

Nothing is ever downloaded: the models are files of the wheels that are installed with Diptych.
"""
