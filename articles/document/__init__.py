"""Pure: the frozen form of one article in one language. See schema.py."""
