"""What an editor does to a slide besides writing in it. Called under the Article's lock."""

from django.db.models import Max

from articles.models.article import Article, Slide, new_key
from articles.text.ranks import between


def add_slide(article: Article) -> Slide:
    """An empty slide at the end."""
    last = article.slides.aggregate(last=Max("order"))["last"] or ""
    return Slide.objects.create(article=article, order=between(last, ""))


def duplicate(slide: Slide) -> Slide:
    """A copy of `slide` right behind it, with an address of its own; links stay with the first."""
    following = list(Slide.objects.filter(article=slide.article_id).values_list("pk", "order"))
    at = [pk for pk, _ in following].index(slide.pk)
    after = following[at + 1][1] if at + 1 < len(following) else ""
    # Two of the same rank (both ends of a race) leave no room: then it stands beside them.
    rank = between(slide.order, after) if not after or slide.order < after else slide.order
    copy = Slide.objects.get(pk=slide.pk)
    copy.pk, copy.key, copy.order = None, new_key(), rank
    copy._state.adding = True
    copy.save()
    return copy
