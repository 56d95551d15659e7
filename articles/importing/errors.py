"""What stops an import."""


class ManuscriptError(ValueError):
    """A file that cannot be imported.

    The message is one translated paragraph for an editor: what is wrong, and what to do.
    """
