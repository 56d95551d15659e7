"""Write a plan: one small transaction, after the photos are in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.editing.follow import NOTHING, before, follow
from articles.importing.bodies import body
from articles.importing.errors import ManuscriptError
from articles.importing.facts import STUB, existing, imported, newsroom
from articles.importing.parts import ManuscriptSlide
from articles.importing.planned import Plan, PlannedSlide, Stub
from articles.importing.titles import normalise
from articles.models.article import Article, ArticleSource, Byline, CrossLink, Slide
from articles.models.edition import Generation
from articles.models.newsroom import Contributor, FormerAddress, Source
from articles.models.photo import Photo
from articles.models.translated import read, write
from articles.text.languages import other
from articles.text.ranks import between, spread
from articles.text.slugs import slugify


@dataclass(frozen=True, slots=True)
class Loaded:
    """The article, and the drafts that were made for titles it mentions."""

    article: Article
    stubs: tuple[Article, ...] = ()


@transaction.atomic
def load(plan: Plan, photos: Mapping[int, Photo]) -> Loaded:
    """Write `plan`, with the photos by the manuscript's slide number.

    If the same manuscript was imported meanwhile, nothing is written.
    """
    article = _locked(plan)
    language = plan.manuscript.language
    known = imported(plan.ref, language)
    if known is not None:
        return Loaded(known)
    was = before(article) if article.pk else NOTHING
    _fill_front(article, plan)
    slides = _slides(article, plan, photos)
    titles = newsroom(language).titles
    stubs = {s.key: _stub(s, language) for s in plan.stubs if s.key not in titles}
    _links(article, plan, slides, {**titles, **{key: stub.pk for key, stub in stubs.items()}})
    _bylines(article, plan)
    _sources(article, plan)
    follow(article_id=article.pk, was=was, by=None)
    return Loaded(article, tuple(stubs.values()))


@transaction.atomic
def attach(
    article: Article, planned: Sequence[PlannedSlide], photos: Mapping[int, Photo], language: str
) -> list[str]:
    """Give photos to slides of an article that was imported without; return what to tell."""
    was = before(Article.objects.select_for_update().get(pk=article.pk))
    there = {slide.pk: slide for slide in article.slides.filter(photo=None)}
    numbers: list[str] = []
    for each in planned:
        slide = there.get(each.existing or 0)
        photo = photos.get(each.number or 0)
        if slide is None or photo is None:
            continue
        slide.photo = photo
        _describe(slide, each, language)
        slide.save()
        numbers.append(str(each.number))
    if not numbers:
        return []
    follow(article_id=article.pk, was=was, by=None)
    text = ngettext(
        "The photo of slide %(numbers)s was missing and is attached now.",
        "The photos of slides %(numbers)s were missing and are attached now.",
        len(numbers),
    )
    return [text % {"numbers": ", ".join(numbers)}]


def _locked(plan: Plan) -> Article:
    """Return the article to write, locked, with all other imports kept waiting.

    So that none makes what another has just made. In the order in which publishing locks.
    """
    article = Article()
    if plan.into is not None:
        article = Article.objects.select_for_update().get(pk=plan.into)
    Generation.objects.get_or_create(pk=1)
    Generation.objects.select_for_update().get(pk=1)
    return article


def _fill_front(article: Article, plan: Plan) -> None:
    """Write what stands above the slides, where the article has nothing yet."""
    language = plan.manuscript.language
    if article.pk:
        _require_unchanged(article, plan)
    was_stub = STUB in article.import_ref
    for field in ("kicker", "headline", "standfirst"):
        if was_stub or not read(article, field, language):
            write(article, field, language, getattr(plan.manuscript, field))
    if plan.topic is not None:
        article.topic_id = plan.topic
    if plan.is_paid:  # the gate then wants to know who paid
        article.commercial = Article.Commercial.SPONSORED
    refs = {key: value for key, value in article.import_ref.items() if key != STUB}
    article.import_ref = {**refs, language: plan.ref}
    article.editor_note = "\n\n".join(filter(None, (article.editor_note, plan.note)))
    article.save()


def _require_unchanged(article: Article, plan: Plan) -> None:
    """Raise ManuscriptError if the desk has changed the article since the plan was made."""
    planned = {slide.existing for slide in plan.slides if slide.existing}
    if planned != {slide.pk for slide in existing(article, plan.manuscript.language).slides}:
        raise ManuscriptError(
            _("The article was changed at the desk meanwhile, so nothing was written. Try again.")
        )


def _slides(article: Article, plan: Plan, photos: Mapping[int, Photo]) -> dict[int, Slide]:
    """Write the slides in the plan's order; return them by the manuscript's number."""
    language = plan.manuscript.language
    there = {slide.pk: slide for slide in article.slides.all()}
    by_number: dict[int, Slide] = {}
    for planned, rank in zip(plan.slides, _ranks(plan.slides, there), strict=True):
        slide = there.get(planned.existing or 0) or Slide(article=article)
        slide.order = rank
        slide.languages = _languages(planned, language, alone=bool(there))
        if planned.incoming and planned.number:
            slide.photo = photos.get(planned.number) or slide.photo
            _fill(slide, planned, planned.incoming, language)
            by_number[planned.number] = slide
        slide.save()
    return by_number


def _ranks(planned: tuple[PlannedSlide, ...], there: Mapping[int, Slide]) -> list[str]:
    """Return the order of each slide: those there keep theirs, new ones go between."""
    ranks = [there[slide.existing].order if slide.existing else "" for slide in planned]
    for place, rank in enumerate(ranks):
        if not rank:
            above = ranks[place - 1] if place else ""
            below = next((each for each in ranks[place:] if each), "")
            if not there or (below and above >= below):  # equal ranks leave no room
                return list(spread(len(planned)))
            ranks[place] = between(above, below)
    return ranks


def _languages(planned: PlannedSlide, language: str, *, alone: bool) -> str:
    """A slide that found no partner stands in its own language, unless all are new."""
    if planned.existing and planned.incoming or not alone:
        return Slide.Languages.BOTH
    return language if planned.incoming else other(language)


def _fill(slide: Slide, planned: PlannedSlide, incoming: ManuscriptSlide, language: str) -> None:
    """Write a slide's words in `language`."""
    write(slide, "heading", language, incoming.heading)
    write(slide, "body", language, body(incoming.paragraphs))
    for field in ("caption", "alt"):
        write(slide, field, language, getattr(incoming, field))
    _describe(slide, planned, language)


def _describe(slide: Slide, planned: PlannedSlide, language: str) -> None:
    """Add what the photographers' list says; the photo's own words need no repeating."""
    row = planned.photo.row if planned.photo else None
    for field in ("caption", "alt"):
        listed = getattr(row, f"{field}_{language}") if row else ""
        known = read(slide.photo, field, language) if slide.photo else ""
        if listed != known and not read(slide, field, language):
            write(slide, field, language, listed)


def _stub(stub: Stub, language: str) -> Article:
    """Make a draft for a title that others mention; its own import will fill it."""
    article = Article(import_ref={STUB: language})
    write(article, "headline", language, stub.headline)
    write(article, "standfirst", language, stub.standfirst)
    article.save()
    return article


def _links(
    article: Article, plan: Plan, slides: Mapping[int, Slide], titles: Mapping[str, int]
) -> None:
    """Write the links that the article has not got yet; a known address gets its label."""
    language = plan.manuscript.language
    known = list(article.links.all())
    rank = max((link.order for link in known), default="")
    for planned in plan.links:
        target = titles[planned.stub] if planned.stub else planned.target
        same = [link for link in known if (link.target_id, link.url) == (target, planned.url)]
        if not same:
            rank = between(rank, "")
        link = same[0] if same else CrossLink(article=article, order=rank, url=planned.url)
        if not same:
            link.target_id = target
            link.after = slides.get(planned.after)
        if planned.label and not read(link, "label", language):
            write(link, "label", language, planned.label)
        link.save()


def _bylines(article: Article, plan: Plan) -> None:
    place = article.bylines.count()
    contributors = {normalise(person.name): person for person in Contributor.objects.all()}
    for name in plan.manuscript.bylines:
        person = contributors.get(normalise(name)) or _contributor(name)
        Byline.objects.get_or_create(
            article=article, contributor=person, role=Byline.Role.TEXT, defaults={"position": place}
        )
        place += 1


def _contributor(name: str) -> Contributor:
    slug = slugify(name, max_length=100) or "contributor"
    taken = {
        *Contributor.objects.values_list("slug", flat=True),
        *FormerAddress.objects.values_list("slug", flat=True),
    }
    numbered = (f"{slug}-{number}" for number in count(2))
    free = slug if slug not in taken else next(each for each in numbered if each not in taken)
    return Contributor.objects.create(name=name, slug=free)


def _sources(article: Article, plan: Plan) -> None:
    """Attach the sources; one that is known in the other language only gets its name here."""
    language = plan.manuscript.language
    known = [
        (normalise(read(source, "name", each)), source)
        for source in Source.objects.all()
        for each in (language, other(language))
    ]
    place = article.article_sources.count()
    for mentioned in plan.manuscript.sources:
        name = mentioned.name
        source = next((source for key, source in known if key == normalise(name)), Source())
        if not read(source, "name", language):
            write(source, "name", language, name)
        source.url = source.url or mentioned.url
        source.save()
        ArticleSource.objects.get_or_create(
            article=article, source=source, defaults={"position": place}
        )
        place += 1
