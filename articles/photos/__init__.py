"""Pictures: what a file says of itself, what is made of it, and how it comes in."""
