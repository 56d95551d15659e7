"""Static files in production: compressed, under names that change with their content."""

import re
from typing import Final

from django.core.files.base import ContentFile, File
from whitenoise.storage import CompressedManifestStaticFilesStorage

# A string, which is kept; or a comment; or blanks, with what they stand around.
_SLACK: Final = re.compile(r"""("[^"]*"|'[^']*')|/\*.*?\*/\s*|\s*([{};,])\s*|\s+""", re.DOTALL)


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Also what one of our JavaScript modules imports, or browsers would keep an old part of it.

    The readers' styles leave without what we wrote in them for each other.
    """

    support_js_module_import_aggregation = True

    def _save(self, name: str, content: File) -> str:
        if name.startswith("reader/") and name.endswith(".css"):
            content.seek(0)  # it has been read for its name
            content = ContentFile(slim(content.read().decode()).encode())
        return super()._save(name, content)


def slim(css: str) -> str:
    """`css` without comments, and with no more blanks than it needs."""
    return _SLACK.sub(lambda found: found[1] or found[2] or ("" if "/*" in found[0] else " "), css)
