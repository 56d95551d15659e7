"""Why a file was not taken."""


class PhotoRefused(Exception):
    """The message says, in the user's language, what is wrong and what to do."""


class DiskFull(PhotoRefused):
    """There was no room to store a photo. Nothing of it was kept; the file itself may be good."""
