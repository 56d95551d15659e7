"""The public files of a photo of the library are made anew, off the request path."""

from articles.models.photo import Photo


def make_renditions(photo: Photo) -> None:
    """Render `photo`, store its public files, and save it as ready (renditions, colour, work).

    Sets `pages_due` where it had other files before. The earlier ones stay: older Editions show
    them. Raises PhotoRefused (the original cannot be read, or there is no room), OSError or
    FileNotFoundError (the original is not there); then the row has not changed.
    """
    raise NotImplementedError
