"""Where picture files keep what they say of themselves: one module per kind of file. Pure."""
