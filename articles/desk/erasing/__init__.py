"""For the chief editor: hide an article from search engines, anonymise it, erase it; and the log."""
