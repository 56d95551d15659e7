"""Why a file was not taken."""


class PhotoRefused(Exception):
    """The message says, in the user's language, what is wrong and what to do."""
