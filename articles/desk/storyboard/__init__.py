"""The storyboard: the page on which editors work all day. See docs/decisions/0012."""
