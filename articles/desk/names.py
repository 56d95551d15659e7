"""What languages are called inside a sentence, where Danish writes them small."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

LANGUAGE_NAMES: Final[dict[str, str | Promise]] = {
    "en": pgettext_lazy("in a sentence", "English"),
    "da": pgettext_lazy("in a sentence", "Danish"),
}
