"""Lines of the log."""

import logging
import time


class UtcFormatter(logging.Formatter):
    """Times in UTC: in Copenhagen an hour happens twice every October."""

    def converter(self, seconds: float | None) -> time.struct_time:
        return time.gmtime(seconds)
