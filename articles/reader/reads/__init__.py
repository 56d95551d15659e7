"""Counting reads: a browser tells how far its page was read, and nothing about whose it is."""
