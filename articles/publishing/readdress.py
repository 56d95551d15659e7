"""Let a contributor's page be found under the addresses that it had before."""

from articles.models.newsroom import Contributor, FormerAddress


def is_taken(slug: str, *, by_other_than: int | None = None) -> bool:
    """Whether somebody's page has `slug`, or had it and is found under it still."""
    own = Contributor.objects.filter(slug=slug).exclude(pk=by_other_than or 0)
    former = FormerAddress.objects.filter(slug=slug).exclude(contributor=by_other_than or 0)
    return own.exists() or former.exists()


def readdressed(contributor: Contributor, *, former: str) -> None:
    """Note that the page has moved from `former` to the contributor's slug of now.

    Where no Edition names them, readers can't know the address, and it is free again.
    """
    if former == contributor.slug:
        return
    FormerAddress.objects.filter(slug=contributor.slug, contributor=contributor).delete()
    if former and contributor.edition_bylines.exists():
        FormerAddress.objects.get_or_create(slug=former, defaults={"contributor": contributor})
