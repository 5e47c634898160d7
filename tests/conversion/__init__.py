"""Tests of one page's recipe and of the queue."""
