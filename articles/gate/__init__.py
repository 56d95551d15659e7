"""Pure: the rules that decide whether a document may be published. See registry.py."""
