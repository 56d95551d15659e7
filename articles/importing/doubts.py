"""Where the reading of a manuscript was a guess, so that an editor can look."""

from collections.abc import Iterable, Sequence

from articles.importing.costs import Known, State, body_cost, heading_cost, is_like_heading
from articles.importing.layout import Placed
from articles.importing.lines import Fate, Why

Doubts = dict[int, Why]
Slide = list[Placed]


def find(placed: Sequence[Placed], known: Known) -> Doubts:
    """Return the doubts, by the number of the first line of the paragraph they are about."""
    slides: list[Slide] = []
    front: list[Placed] = []
    for each in placed:
        if each.opens:
            slides.append([])
        (slides[-1] if slides else front).append(each)
    doubts = dict(_in_front(front))
    customs = _Customs(slides, known)
    for slide in slides:
        doubts.update(customs.breaches(slide))
    return doubts


def _in_front(front: Sequence[Placed]) -> Iterable[tuple[int, Why]]:
    kickers = _of(front, State.KICKER)
    for place, kicker in enumerate(kickers, 1):
        capitals = kicker.item.text.isupper()
        if len(kickers) > 1 and not (capitals and place == len(kickers)):
            yield _line(kicker), Why.EXTRA_KICKER  # the page's menu, most likely
        elif not capitals:
            yield _line(kicker), Why.KICKER
    for headline in _of(front, State.HEADLINE):
        if heading_cost(headline.item.text) >= 3:
            yield _line(headline), Why.LIKE_BODY
    for credit in _of(front, State.LEAD_CREDIT):
        yield _line(credit), Why.LEAD_CREDIT
    for extra in _of(front, State.STANDFIRST)[1:]:
        yield _line(extra), Why.EXTRA_STANDFIRST


class _Customs:
    """What most slides of a manuscript do; a slide that does otherwise is in doubt."""

    def __init__(self, slides: Sequence[Slide], known: Known) -> None:
        self.known = known
        self.credited = _most(slides, State.CREDIT)
        self.captioned = {s for s in (State.CAPTION, State.BELOW) if _most(slides, s)}
        headings = [each for slide in slides for each in _of(slide, State.HEADING)]
        stopped = [each for each in headings if heading_cost(each.item.text) >= 3]
        self.headings_stop = len(stopped) * 2 > len(headings) > 1

    def breaches(self, slide: Slide) -> Iterable[tuple[int, Why]]:
        headings = _of(slide, State.HEADING)
        if not any(each.item.text for each in headings):
            yield _line(slide[0]), Why.NO_HEADING
        for heading in headings:
            why = self._in_heading(heading, slide)
            if why:
                yield _line(heading), why
        for caption in (*_of(slide, State.CAPTION), *_of(slide, State.BELOW)):
            touches = caption.state is State.CAPTION and self.known.spaced and caption.item.below
            if not touches and caption.state not in self.captioned:
                yield _line(caption), Why.LIKE_CAPTION
        yield from self._in_body(_of(slide, State.BODY))

    def _in_heading(self, heading: Placed, slide: Slide) -> Why | None:
        if not heading.item.text:
            return None
        if heading.item.must:
            return heading.item.tokens[0].why
        if self.credited and not _of(slide, State.CREDIT):
            return Why.NO_CREDIT
        reads_like_body = heading_cost(heading.item.text) >= 3 and not self.headings_stop
        return Why.LIKE_BODY if reads_like_body else None

    def _in_body(self, body: Sequence[Placed]) -> Iterable[tuple[int, Why]]:
        for each in body:
            subheading = each.item.must == Fate.BODY and each.item.tokens[0].why
            if subheading:
                yield _line(each), subheading
            elif len(body) > 1 and not (each.item.must or self.known.headings):
                short = body_cost(each.item.text) >= 2 and is_like_heading(each.item.text)
                if short:
                    yield _line(each), Why.LIKE_HEADING


def _of(slide: Iterable[Placed], state: State) -> list[Placed]:
    return [each for each in slide if each.state is state]


def _most(slides: Sequence[Slide], state: State) -> bool:
    return sum(bool(_of(slide, state)) for slide in slides) * 2 > len(slides)


def _line(placed: Placed) -> int:
    return placed.item.tokens[0].number
