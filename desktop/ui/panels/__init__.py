"""The panels around the pages: the queue, what to review, the servers, what went wrong."""
