"""Files that a browser sends, on their way to the disk."""

from typing import Final

from django.core.files.uploadhandler import TemporaryFileUploadHandler

MAX_BYTES: Final = 40 * 1024 * 1024


class BoundedUploadHandler(TemporaryFileUploadHandler):
    """Keeps one byte more than the library takes of a file, which is enough to refuse it.

    The rest of such a file is read, since the browser listens only once it has sent all of it,
    and dropped.
    """

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        room = MAX_BYTES + 1 - start
        if room > 0:
            super().receive_data_chunk(raw_data[:room], start)

    def file_complete(self, file_size: int):  # type: ignore[no-untyped-def]
        return super().file_complete(min(file_size, MAX_BYTES + 1))
