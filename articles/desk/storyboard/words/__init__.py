"""What the storyboard's script says, in the language of the desk: {name: text} for its page.

One module per part of the script; a name begins with its part ("store.saved").
"""


def words() -> dict[str, str]:
    """Every text; placeholders stand in braces, as in `Slide {number}`."""
    return {}
