"""One page's recipe, what a PDF's text layer gives to it, and the queue that runs many pages."""
