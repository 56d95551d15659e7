"""Write down beside an Edition whom its document credits and which notices stand in it."""

from collections.abc import Collection

from articles.document.schema import Document, NoticeDocument
from articles.models.beside import EditionByline, EditionNotice
from articles.models.edition import Edition, Notice
from articles.models.newsroom import Contributor, FormerAddress
from articles.publishing.snapshot import utc


def write_beside(edition: Edition, document: Document) -> None:
    """Rows for the bylines and notices of `document`, which `edition` has just frozen.

    Two queries, or four where it has notices. Who is no longer in the register gets no row, and
    so no link.
    """
    people = contributors({byline.slug for byline in document.bylines})
    EditionByline.objects.bulk_create(
        EditionByline(
            edition=edition, contributor_id=people[byline.slug], role=byline.role, position=place
        )
        for place, byline in enumerate(document.bylines)
        if byline.slug in people
    )
    if document.notices:
        _write_notices(edition, document)


def contributors(slugs: Collection[str]) -> dict[str, int]:
    """{slug: contributor}, for those whose page has or had one of `slugs`."""
    found = dict(Contributor.objects.filter(slug__in=slugs).values_list("slug", "pk"))
    if missing := set(slugs) - found.keys():
        former = FormerAddress.objects.filter(slug__in=missing)
        found |= dict(former.values_list("slug", "contributor"))
    return found


def _write_notices(edition: Edition, document: Document) -> None:
    keys = {slide.key for slide in document.slides}
    rows = Notice.objects.filter(article=edition.article_id, language=edition.language)
    EditionNotice.objects.bulk_create(
        EditionNotice(edition=edition, notice=row, slide=row.slide if row.slide in keys else "")
        for row in rows
        if NoticeDocument(row.kind, row.text, utc(row.date), row.slide) in document.notices
    )
