"""What a manuscript is made of."""

from dataclasses import dataclass

from articles.importing.lines import Fate, Line, Why


@dataclass(frozen=True)
class ManuscriptSlide:
    """One slide in one language. Texts may be empty; `lines` are the numbers it came from.

    `credit` is as written after “Photo:”. `photo_file` names the picture where the manuscript
    does; `stock_id` is the agency's number for it.
    """

    heading: str
    paragraphs: tuple[str, ...] = ()
    caption: str = ""
    alt: str = ""
    credit: str = ""
    photo_file: str = ""
    stock_id: str = ""
    lines: tuple[int, ...] = ()


@dataclass(frozen=True)
class ManuscriptLink:
    """An “Also read” link. `after` is a slide's number, 0 after the standfirst."""

    after: int
    title: str
    url: str
    line: int


@dataclass(frozen=True)
class ManuscriptSource:
    """What the story builds on; `language` is that of the phrase around the name."""

    name: str
    url: str
    language: str
    line: int


@dataclass(frozen=True)
class Teaser:
    """Title and text under which another article is listed; the text may be empty."""

    title: str
    text: str
    line: int


@dataclass(frozen=True)
class Manuscript:
    """A manuscript of one article in one language, and what became of each of its lines."""

    language: str
    headline: str
    kicker: str
    standfirst: str
    bylines: tuple[str, ...]
    slides: tuple[ManuscriptSlide, ...]
    links: tuple[ManuscriptLink, ...]
    sources: tuple[ManuscriptSource, ...]
    teasers: tuple[Teaser, ...]
    lines: tuple[Line, ...]

    @property
    def needs_you(self) -> tuple[Line, ...]:
        """The lines that an editor must look at."""
        return tuple(line for line in self.lines if line.fate is Fate.NEEDS_YOU)

    def says(self, why: Why) -> bool:
        """Say whether a line needs you for that reason."""
        return any(line.why is why for line in self.needs_you)

    @property
    def unplaced(self) -> tuple[Line, ...]:
        """The lines whose words are nowhere else in the manuscript, so that none get lost."""
        return tuple(line for line in self.needs_you if line.kept is None)
