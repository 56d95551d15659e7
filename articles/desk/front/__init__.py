"""The front page of one language, as editors arrange it."""
