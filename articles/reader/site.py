"""What every page says of the site: its name, its looks, who answers for it. Plain data."""

from dataclasses import dataclass
from typing import Final

from django.utils.safestring import SafeString

_NAME: Final = "Diptych"


@dataclass(frozen=True, slots=True)
class PageLink:
    """One simple page in one language; `other_slug` is "" where the other has not got it."""

    id: int
    text: str
    slug: str
    href: str
    other_slug: str
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """The site as it is told in one language.

    `logo` is SVG; `theme` the address of the newsroom's own colours, `icon` the stem of its own
    icons: "" for Diptych's. `address` is in lines.
    """

    language: str = "en"
    name: str = _NAME
    tagline: str = ""
    logo: SafeString | str = ""
    theme: str = ""
    icon: str = ""
    publisher: str = ""
    company_number: str = ""
    responsible_editor: str = ""
    address: tuple[str, ...] = ()
    email: str = ""
    phone: str = ""
    complaints: str = ""
    pages: tuple[PageLink, ...] = ()

    @property
    def has_imprint(self) -> bool:
        return bool(self.publisher or self.responsible_editor or self.address)

    def page(self, slug: str) -> PageLink | None:
        """The simple page that readers find under `slug`."""
        return next((page for page in self.pages if page.slug == slug), None)

    def moved_page(self, slug: str) -> PageLink | None:
        """The one that they once found there."""
        was = f"{self.language}/{slug}"
        return next((page for page in self.pages if was in page.former), None)


# Before anybody has said anything of it.
NEW: Final = Site()
